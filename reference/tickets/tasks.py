"""What recurs: the looks at tickets that nobody takes, and at those that will soon be due."""

from __future__ import annotations

from reference.core import recurring
from reference.core.database import transaction
from reference.core.tasks import celery
from reference.tickets import escalation


@celery.task(name="tickets.escalate")
def escalate(tenant_id: str | None = None) -> None:
    """Raise what nobody has taken in time, of each tenant in a transaction of its own."""
    for each in recurring.tenants(tenant_id):
        with transaction(each) as session:
            escalation.escalate_due(session)


@celery.task(name="tickets.warn")
def warn(tenant_id: str | None = None) -> None:
    """Warn of what will soon be due, of each tenant in a transaction of its own."""
    for each in recurring.tenants(tenant_id):
        with transaction(each) as session:
            escalation.warn_due(session)
