"""How somebody has come until now, read for the rules of place and fraud."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, exists, func, or_, select

from reference.attendance import fraud
from reference.attendance.place import Punch
from reference.attendance.records import AttendanceRecord
from reference.core import sphere
from reference.core.database import TenantSession


def latest(session: TenantSession, person_id: UUID, count: int) -> Sequence[AttendanceRecord]:
    """The person's last records, newest first."""
    return session.scalars(select(AttendanceRecord).where(AttendanceRecord.person_id == person_id)
                           .order_by(AttendanceRecord.punch_in_at.desc(), AttendanceRecord.id).limit(count)).all()


def punches_of(records: Sequence[AttendanceRecord]) -> list[Punch]:
    """Each check-out and check-in of these records, newest first."""
    punches: list[Punch] = []
    for record in records:
        if record.punch_out_at is not None and record.out_location is not None:
            punches.append(Punch(record.punch_out_at, **record.out_location,
                                 device_id=record.out_device_id or record.device_id))
        punches.append(Punch(record.punch_in_at, **record.in_location, device_id=record.device_id))
    return punches


def is_shared(session: TenantSession, person_id: UUID, device_id: str, at: datetime) -> bool:
    """Whether somebody else used the device a moment ago."""
    moments = (at - fraud.SHARED_WITHIN, at + fraud.SHARED_WITHIN)
    used = or_(and_(AttendanceRecord.device_id == device_id, AttendanceRecord.punch_in_at.between(*moments)),
               and_(AttendanceRecord.out_device_id == device_id, AttendanceRecord.punch_out_at.between(*moments)))
    query = select(AttendanceRecord.id).where(AttendanceRecord.person_id != person_id, used)
    return bool(session.scalar(select(exists(query))))


def since(session: TenantSession, person_id: UUID, begin: datetime) -> Sequence[AttendanceRecord]:
    """The person's records from ``begin`` on, newest first."""
    return session.scalars(select(AttendanceRecord)
                           .where(AttendanceRecord.person_id == person_id, AttendanceRecord.punch_in_at >= begin)
                           .order_by(AttendanceRecord.punch_in_at.desc(), AttendanceRecord.id)).all()


def count_at_sites(session: TenantSession, site_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many records there are at each of these sites; sites without any are left out."""
    return dict(session.execute(select(AttendanceRecord.site_id, func.count())
                                .where(AttendanceRecord.site_id.in_(site_ids))
                                .group_by(AttendanceRecord.site_id)).all())


def habits(records: Sequence[AttendanceRecord], now: Punch, timezone: str) -> fraud.Habits | None:
    """What these records tell of the person's habits; None where they are too few."""
    if len(records) < fraud.HABIT_RECORDS:
        return None
    local = [record.punch_in_at.astimezone(ZoneInfo(timezone)) for record in records]
    places = {(record.in_location["latitude"], record.in_location["longitude"]) for record in records}
    nearest = min(sphere.distance(*each, now.latitude, now.longitude) for each in places)
    return fraud.Habits([fraud.hour_of(each) for each in local], nearest, {record.device_id for record in records},
                        {each.weekday() for each in local})
