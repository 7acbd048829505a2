"""The mail of a notification: sent once it is taken, tried again where the server is away or busy."""

from __future__ import annotations

import logging
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from uuid import UUID

from celery import Task

from reference.accounts.records import Person
from reference.core import clock, mail, retries
from reference.core.database import TenantSession, transaction
from reference.core.mail import Mail
from reference.core.tasks import celery
from reference.notifications.records import Notification
from reference.plugins import service as plugins

QUEUE = "email"
log = logging.getLogger(__name__)


@celery.task(bind=True, name="notifications.send_email")
def send_email(task: Task, tenant_id: str, notification_id: str) -> None:
    """Send the mail, unless it was sent; what the server will never take is not tried again."""
    with transaction(UUID(tenant_id)) as session:
        notification = session.get(Notification, UUID(notification_id), with_for_update=True)
        if notification is None or notification.email is None or notification.email["status"] != "queued":
            return
        written = mail_of(session, notification)
    try:
        mail.send(written)
    except mail.FAILURES as error:
        is_last = is_final(error) or task.request.retries >= retries.RETRIES
        note(tenant_id, notification_id, error=type(error).__name__, status="failed" if is_last else "queued")
        if is_final(error):
            return
        log.warning("the mail of notification %s waits: %s", notification_id, type(error).__name__)
        retries.try_again(task, QUEUE, error)
    note(tenant_id, notification_id, status="sent", sent_at=clock.text(clock.now()), error=None)


def note(tenant_id: str, notification_id: str, **what: str | None) -> None:
    """Keep in the notification what became of one try."""
    with transaction(UUID(tenant_id)) as session:
        notification = session.get_one(Notification, UUID(notification_id), with_for_update=True)
        notification.email = {**notification.email, "attempts": notification.email["attempts"] + 1, **what}
        notification.status = what["status"]


def mail_of(session: TenantSession, notification: Notification) -> Mail:
    """What is sent: the title as the subject, then title and body, each line a paragraph."""
    person = session.get_one(Person, notification.person_id)
    lines = [line for line in (notification.title, *notification.body.splitlines()) if line.strip()]
    written = mail.of_lines(str(notification.id), person.full_name, notification.email["to"], notification.title, lines)
    return plugins.branded(session, written)


def is_final(error: Exception) -> bool:
    """Whether the server will never take it (5xx)."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500
