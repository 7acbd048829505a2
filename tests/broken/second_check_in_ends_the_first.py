from __future__ import annotations

from sqlalchemy import select

from reference.attendance import check_ins
from reference.attendance.records import AttendanceRecord
from tests.broken._starting import replace, start

RULE = "Who is in does not check in a second time. This platform takes the first as ended."
REQUIREMENTS = ("ATT-035", "ATT-039")
SCENARIOS = (
    "Who is in already does not check in a second time",
    "Of ten check-ins at the same moment one counts",
    "Who comes without consent is told of that first, and who is in, before the place is looked at",
)


def refuse_open(session, person_id):
    record = session.scalar(select(AttendanceRecord).where(AttendanceRecord.person_id == person_id,
                                                           AttendanceRecord.punch_out_at.is_(None)))
    if record is not None:
        record.punch_out_at = record.punch_in_at


if __name__ == "__main__":
    replace(check_ins, "refuse_open", refuse_open)
    start()
