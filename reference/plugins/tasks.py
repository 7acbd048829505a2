"""What plugins do in the background."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from celery import Task

from reference.core import mail, recurring, retries
from reference.core.database import transaction
from reference.core.outside import Trouble
from reference.core.tasks import celery
from reference.plugins import export, webhook

QUEUE = "external"


@celery.task(name="plugins.analytics_export")
def analytics_export(tenant_id: str | None = None) -> None:
    """Have the figures of yesterday mailed where their hour has come."""
    recurring.for_each(tenant_id, export.send_due)


@celery.task(bind=True, name="plugins.mail_figures")
def mail_figures(task: Task, tenant_id: str, recipient: str, format: str, day: str) -> None:
    """Mail a day's figures to one recipient."""
    with transaction(UUID(tenant_id), snapshot=True) as session:
        written = export.mail_of(session, recipient, format, date.fromisoformat(day))
    try:
        mail.send(written)
    except mail.FAILURES as error:
        retries.try_again(task, export.QUEUE, error)


@celery.task(bind=True, name="plugins.deliver_webhook")
def deliver_webhook(task: Task, tenant_id: str, notification_id: str) -> None:
    """Post a notification, unless that was switched off meanwhile; what is not taken is tried again."""
    with transaction(UUID(tenant_id)) as session:
        delivery = webhook.delivery_of(session, UUID(notification_id))
    if delivery is None:
        return
    try:
        delivery.make()
    except Trouble as error:
        if error.left_alone:
            retries.put_off(task, error)
        retries.try_again(task, QUEUE, error)
