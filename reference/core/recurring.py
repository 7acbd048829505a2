"""What recurs by the clock: one table, which the scheduler and whoever runs something at once read.

Each of these tasks takes ``tenant_id``: with one it is for that tenant alone, else for each that is not suspended.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.core import clock
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.tenancy.records import Tenant

log = logging.getLogger(__name__)
MISSED = datetime(2000, 1, 1, tzinfo=UTC)  # of a daily run: it may have been missed, and is made when a scheduler starts


@dataclass(frozen=True)
class Recurring:
    """When, in the five fields of cron (UTC), and on which queue."""

    cron: str
    queue: str = "maintenance"

    def entry(self, name: str) -> dict[str, Any]:
        """For Celery's schedule."""
        from celery.schedules import crontab  # whoever only asks what recurs does not need Celery

        minute, hour, day, month, weekday = self.cron.split()
        due = crontab(minute=minute, hour=hour, day_of_month=day, month_of_year=month, day_of_week=weekday,
                      nowfun=clock.now)
        missed = {} if hour == "*" else {"last_run_at": MISSED}
        return {"task": name, "schedule": due, "options": {"queue": self.queue}, **missed}


RECURRING = {
    "analytics.daily": Recurring("10 0 * * *"),
    "plugins.analytics_export": Recurring("0 * * * *", "email"),
    "audit.purge": Recurring("50 1 * * *"),
    "attendance.escalate": Recurring("*/15 * * * *", "high"),
    "attendance.photos_purge": Recurring("40 1 * * *"),
    "tickets.escalate": Recurring("15,45 * * * *", "high"),
    "tickets.warn": Recurring("*/15 * * * *", "high"),
    "jobs.files_cleanup": Recurring("20 1 * * *"),
    "tasks.auto_close": Recurring("0,30 * * * *"),
    "tasks.generate": Recurring("27 */8 * * *"),
    "tasks.generate_ppm": Recurring("3 3,16 * * *"),
}


def tenants(tenant_id: str | None) -> list[UUID]:
    """For whom a run is: the one tenant, else every one that is not suspended."""
    if tenant_id is not None:
        return [UUID(tenant_id)]
    with transaction(EVERY_TENANT) as session:
        return list(session.scalars(select(Tenant.id).where(Tenant.status == "active").order_by(Tenant.id)))


def for_each(tenant_id: str | None, do: Callable[[TenantSession], object]) -> None:
    """Have this done for each tenant, in a transaction of its own. What fails for one is done for the others, and told at
    the end."""
    failures = []
    for each in tenants(tenant_id):
        try:
            with transaction(each) as session:
                do(session)
        except Exception as failure:
            log.exception("it failed for tenant %s", each)
            failures.append(failure)
    if failures:
        raise failures[0]
