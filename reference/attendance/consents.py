"""What people let the platform look at."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.attendance import enrolled
from reference.attendance.records import Consent
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import Problem

KINDS = ("gps_tracking", "facial_recognition")


def of(session: TenantSession, person_id: UUID, *, locked: bool = False) -> Consent | None:
    """The person's consent; None where the person was never asked."""
    query = select(Consent).where(Consent.person_id == person_id)
    return session.scalar(query.with_for_update() if locked else query)


def set_to(session: TenantSession, person_id: UUID, wanted: dict[str, bool]) -> Consent:
    """Agree to what is true in ``wanted``, and withdraw what is false and was agreed to."""
    consent = of(session, person_id, locked=True)
    if consent is None:
        consent = Consent(person_id=person_id, gps_tracking=False, facial_recognition=False)
        session.add(consent)
    given = [kind for kind in KINDS if wanted[kind] and not getattr(consent, kind)]
    withdrawn = [kind for kind in KINDS if not wanted[kind] and getattr(consent, kind)]
    for kind in KINDS:
        setattr(consent, kind, wanted[kind])
    if given:
        consent.given_at = clock.now()
    if withdrawn:
        consent.withdrawn_at = clock.now()
    elif all(wanted.values()):
        consent.withdrawn_at = None
    session.flush()
    if "facial_recognition" in withdrawn:
        enrolled.forget(session, person_id)
    return consent


def require_both(session: TenantSession, person_id: UUID) -> None:
    """403 where the person does not let both the place and the face be looked at."""
    consent = of(session, person_id)
    if consent is None or not (consent.gps_tracking and consent.facial_recognition):
        raise Problem(403, "Consent required", "Place and face are looked at with the person's consent only.")
