from __future__ import annotations

from reference.attendance import punches
from reference.attendance.records import AttendanceRecord
from tests.broken._starting import replace, start

RULE = "A check-in is stored as it was sent. This platform loses by what means of transport somebody came."
REQUIREMENTS = ("ATT-004",)
SCENARIOS = ("A check-in can be read back as it was sent",)

tell = punches.tell


def lost(session, record: AttendanceRecord, what, at):
    record.transport_mode = "none"
    tell(session, record, what, at)


if __name__ == "__main__":
    replace(punches, "tell", lost)
    start()
