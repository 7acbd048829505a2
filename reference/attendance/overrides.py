"""Overrides: the wish that a rule be set aside for one check-in, and what is decided about it.

All in the caller's transaction, with the override's row locked: of two decisions one comes too late. A check-in uses it
(attendance.check_ins).
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from reference.accounts.records import Person
from reference.attendance import rules
from reference.attendance.records import Override
from reference.core import audit, clock
from reference.core.database import TenantSession
from reference.core.errors import wrong_state

FORGIVEN_MINUTES = 15  # of lateness: so much is approved at once
OPEN_FOR = timedelta(hours=24)  # then nobody decides any more


def ask(session: TenantSession, wish: Override) -> None:
    """Store a wish; a small lateness is approved in the same moment."""
    if wish.late_minutes is not None and wish.late_minutes <= FORGIVEN_MINUTES:
        wish.status, wish.decided_at = "auto_approved", clock.now()
    session.add(wish)


def decide(override: Override, status: str, by: Person | None) -> None:
    """Store a decision, and whose it is; 409 where there is one already, or it comes too late."""
    state = "expired" if is_too_late(override) else override.status
    if status not in rules.OVERRIDE_STATES[state]:
        raise wrong_state(state, rules.OVERRIDE_STATES[state])
    override.status, override.decided_by, override.decided_at = status, by, clock.now()


def expire(session: TenantSession) -> None:
    """End the wishes about which nobody has decided in time."""
    late = select(Override).where(Override.status == "pending", Override.created_at <= clock.now() - OPEN_FOR)
    for override in session.scalars(late.order_by(Override.id).with_for_update(of=Override, skip_locked=True)):
        override.status = "expired"
        audit.by_time(session, override)


def is_too_late(override: Override) -> bool:
    return override.status == "pending" and override.created_at <= clock.now() - OPEN_FOR
