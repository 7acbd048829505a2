"""What recurs: the looks at tickets that nobody takes, and at those that will soon be due."""

from __future__ import annotations

from reference.core import recurring
from reference.core.tasks import celery
from reference.tickets import escalation


@celery.task(name="tickets.escalate")
def escalate(tenant_id: str | None = None) -> None:
    """Raise what nobody has taken in time."""
    recurring.for_each(tenant_id, escalation.escalate_due)


@celery.task(name="tickets.warn")
def warn(tenant_id: str | None = None) -> None:
    """Warn of what will soon be due."""
    recurring.for_each(tenant_id, escalation.warn_due)
