from __future__ import annotations

from sqlalchemy import select

from reference.attendance import api
from reference.attendance.records import AttendanceRecord
from reference.core.errors import existing
from tests.broken._starting import replace, start

RULE = "A colleague's record does not exist for who works at sites. This platform shows it to who knows its id."
REQUIREMENTS = ("ATT-038",)
SCENARIOS = ("A record is read by who has it and by who leads, and does not exist for others",)


def visible(call, session, record_id, *, locked=False):
    return existing(session.scalar(select(AttendanceRecord).where(AttendanceRecord.id == record_id)))


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
