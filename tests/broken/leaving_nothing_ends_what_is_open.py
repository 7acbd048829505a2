from __future__ import annotations

from sqlalchemy import select

from reference.attendance import api, check_outs
from reference.attendance.records import AttendanceRecord
from tests.broken._starting import replace, start

RULE = "A record that nobody has cannot be left. This platform ends the open one."
REQUIREMENTS = ("ATT-040",)
SCENARIOS = ("What nobody has cannot be left",)


def open_one(call, session, record_id, *, locked=False):
    return session.scalar(select(AttendanceRecord).where(AttendanceRecord.person_id == call.person.person_id))


if __name__ == "__main__":
    replace(api, "visible", open_one)
    replace(check_outs, "visible", open_one)
    start()
