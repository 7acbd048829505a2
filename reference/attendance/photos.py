"""The photos of check-ins and check-outs: kept for a while, then removed."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, exists, select

from reference.attendance.records import AttendanceRecord, Photo
from reference.core import audit, clock
from reference.core.database import TenantSession

KEPT = timedelta(days=90)


def purge(session: TenantSession) -> None:
    """Remove what was taken too long ago, and let the records say where no photo is left."""
    old = Photo.taken_at <= clock.now() - KEPT
    ids = session.scalars(select(Photo.record_id).where(old).distinct()).all()
    session.execute(delete(Photo).where(old).execution_options(synchronize_session=False))
    left = exists(select(Photo.id).where(Photo.record_id == AttendanceRecord.id))
    query = select(AttendanceRecord).where(AttendanceRecord.id.in_(ids), ~left).order_by(AttendanceRecord.id)
    for record in session.scalars(query.with_for_update(of=AttendanceRecord)).all():
        record.has_photo = False
        audit.by_time(session, record)
