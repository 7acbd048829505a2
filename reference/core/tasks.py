"""The task queue: Celery on Redis, its queues in order of priority, and what recurs."""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID

from celery import Celery, Task
from celery.schedules import schedule
from sqlalchemy.exc import SQLAlchemyError

from reference.core import cause, clock, tenancy
from reference.core.cause import Cause
from reference.core.database import is_unavailable
from reference.core.recurring import RECURRING
from reference.core.settings import settings

QUEUES = ("critical", "high", "email", "reports", "default", "external", "maintenance", "bulk")  # first come first
WATCHES = ("missions.watch", "jobs.watch")  # looks at work in hand, every few seconds
WATCH_SECONDS = 10.0
KEPT_BACK = 4  # tasks a slot that a worker may hold besides the one it runs
log = logging.getLogger(__name__)


class TenantTask(Task):
    """Every task. One whose ``tenant_id`` names a suspended tenant ends before it has begun.

    Whoever caused it, by the message's header, is the cause of what it does.
    """

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if "tenant_id" in named and not self._may_begin(UUID(named["tenant_id"])):
            log.info("%s %s is skipped: tenant_suspended", self.name, self.request.id)
            return None
        with cause.because_of(Cause.of_task(self.request.get("cause"), self.request.id)):
            return super().__call__(*arguments, **named)

    @staticmethod
    def _may_begin(tenant_id: UUID) -> bool:
        try:
            return tenancy.is_active(tenant_id)
        except SQLAlchemyError as error:
            if is_unavailable(error):
                return True  # the task meets the outage itself, and knows what to do then
            raise


celery = Celery("reference", broker=settings().broker_url, task_cls=TenantTask,
                include=["reference.accounts.tasks", "reference.missions.tasks", "reference.tenancy.tasks",
                         "reference.audit.tasks", "reference.plugins.tasks",
                         "reference.analytics.tasks", "reference.notifications.tasks",
                         "reference.attendance.tasks", "reference.attendance.upkeep", "reference.work_orders.tasks",
                         "reference.tickets.tasks", "reference.reports.tasks", "reference.site_tasks.tasks",
                         "reference.jobs.tasks"])
celery.conf.update(
    task_default_queue="default",
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_ignore_result=True,
    task_serializer="json",
    accept_content=["json"],
    task_soft_time_limit=1800,
    task_time_limit=3600,
    task_publish_retry=False,
    task_create_missing_queues=True,
    worker_prefetch_multiplier=KEPT_BACK,
    worker_hijack_root_logger=False,
    worker_cancel_long_running_tasks_on_connection_loss=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={
        "queue_order_strategy": "priority", "visibility_timeout": 3600,
        "socket_connect_timeout": 0.5, "socket_timeout": 5.0,
    },
    beat_max_loop_interval=settings().beat_seconds,
    timezone="UTC",
    enable_utc=True,
    beat_schedule={
        **{name: {"task": name, "schedule": schedule(WATCH_SECONDS, nowfun=clock.now),
                  "options": {"queue": "maintenance", "expires": WATCH_SECONDS}} for name in WATCHES},
        **{name: recurring.entry(name) for name, recurring in RECURRING.items()},
    },
)


def send(name: str, arguments: dict[str, Any], *, queue: str, task_id: str, caused_by: dict[str, Any]) -> None:
    """Queue a task by its name; raises OSError where the queue cannot be reached."""
    from kombu.exceptions import OperationalError

    try:
        celery.send_task(name, kwargs=arguments, queue=queue, task_id=task_id, headers={"cause": caused_by})
    except OperationalError as error:
        raise OSError("the task queue cannot be reached") from error
