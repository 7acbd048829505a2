"""Whose face the face service knows, as the platform keeps it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.attendance.records import FaceEnrolment
from reference.core import outbox
from reference.core.database import TenantSession


def active(session: TenantSession, person_id: UUID) -> FaceEnrolment | None:
    """The person's enrolment that counts."""
    return session.scalar(select(FaceEnrolment).where(FaceEnrolment.person_id == person_id,
                                                      FaceEnrolment.status == "active"))


def keep(session: TenantSession, person_id: UUID, quality: float) -> FaceEnrolment:
    """From now on this enrolment counts."""
    withdraw(session, person_id)
    enrolment = FaceEnrolment(person_id=person_id, quality=quality, status="active")
    session.add(enrolment)
    session.flush()
    return enrolment


def withdraw(session: TenantSession, person_id: UUID) -> None:
    """From now on none counts."""
    enrolment = active(session, person_id)
    if enrolment is not None:
        enrolment.status = "withdrawn"
        session.flush()  # before another one is made active


def forget(session: TenantSession, person_id: UUID) -> None:
    """Have the service forget the person's face, whatever it knows of it."""
    withdraw(session, person_id)
    outbox.send_task(session, "attendance.forget_face",
                     {"tenant_id": str(session.tenant_id), "person_id": str(person_id)}, queue="external")
