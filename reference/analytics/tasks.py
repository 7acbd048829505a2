"""What recurs: the day that is over is put down."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from reference.analytics import daily as days
from reference.core import recurring
from reference.core.database import transaction
from reference.core.tasks import celery


@celery.task(name="analytics.daily")
def daily(tenant_id: str | None = None) -> None:
    """Put down yesterday."""
    recurring.for_each(tenant_id, days.end_yesterday)


@celery.task(name="analytics.put_down")
def put_down(tenant_id: str, day: str) -> None:
    """Put down a day anew, as somebody asked for it."""
    with transaction(UUID(tenant_id)) as session:
        days.put_down(session, date.fromisoformat(day))
