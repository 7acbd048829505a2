"""What plugins do in the background."""

from __future__ import annotations

from uuid import UUID

from celery import Task

from reference.core import retries
from reference.core.database import transaction
from reference.core.outside import Trouble
from reference.core.tasks import celery
from reference.plugins import webhook

QUEUE = "external"


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
