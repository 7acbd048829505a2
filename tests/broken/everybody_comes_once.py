from __future__ import annotations

from sqlalchemy import select

from reference.attendance import check_ins
from reference.attendance.records import AttendanceRecord
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Who has left may come again. This platform lets everybody in once."
REQUIREMENTS = ("ATT-035",)
SCENARIOS = ("Who has left comes again",)


def refuse_open(session, person_id):
    record_id = session.scalar(select(AttendanceRecord.id).where(AttendanceRecord.person_id == person_id))
    if record_id is not None:
        raise Problem(409, "Already checked in", record_id=str(record_id))


if __name__ == "__main__":
    replace(check_ins, "refuse_open", refuse_open)
    start()
