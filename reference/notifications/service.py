"""What other areas need of notifications: telling people of an event, and finding those whom it concerns."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select

from reference.accounts.records import Person
from reference.core import outbox
from reference.core.answers import Answer, Moment
from reference.core.database import TenantSession
from reference.core.identity import SIGNED_IN_STATUSES
from reference.notifications.records import Notification
from reference.plugins import service as plugins

TITLE, BODY = 200, 2000  # characters that are kept

# Kinds that go by mail, too.
BY_EMAIL = frozenset((
    "work_order.approval_requested", "work_order.approved", "work_order.rejected", "ticket.escalated",
    "attendance.fraud_alert", "onboarding.approval_requested", "security.notice", "job.failed"))


class Told(Answer):
    """A notification as it is pushed to its person."""

    id: UUID
    kind: str
    title: str
    body: str
    data: dict[str, Any]
    created_at: Moment


def notify(session: TenantSession, kind: str, people: Collection[UUID], *, title: str, event_key: str, body: str = "",
           data: dict[str, Any] | None = None, by_email: bool | None = None) -> None:
    """Tell each of these people of an event, once this transaction has committed.

    :param event_key: which event it is: nobody is told of the same one twice.
    :param by_email: whether a mail is sent, too; else as the kind says.
    """
    session.flush()
    told = set(session.scalars(select(Notification.person_id).where(Notification.event_key == event_key)))
    addressed = session.scalars(select(Person).where(Person.id.in_(set(people) - told)).order_by(Person.id)).all()
    is_posted = bool(addressed) and plugins.posts(session, kind)
    for person in addressed:
        _tell(session, person, Notification(
            id=uuid4(), person_id=person.id, kind=kind, title=title[:TITLE], body=body[:BODY], data=data or {},
            event_key=event_key), kind in BY_EMAIL if by_email is None else by_email, is_posted)


def _tell(session: TenantSession, person: Person, notification: Notification, by_email: bool, is_posted: bool) -> None:
    notification.status = "queued" if by_email else "sent"
    if by_email:
        notification.email = {"to": person.email, "status": "queued", "attempts": 0, "message_id": str(notification.id),
                              "sent_at": None, "error": None}
        outbox.send_task(session, "notifications.send_email", {
            "tenant_id": str(person.tenant_id), "notification_id": str(notification.id)}, queue="email")
    if is_posted:
        outbox.send_task(session, "plugins.deliver_webhook", {
            "tenant_id": str(person.tenant_id), "notification_id": str(notification.id)}, queue="external")
    session.add(notification)
    session.flush()
    outbox.emit(session, f"me:{person.id}", "notification", Told.model_validate(notification).model_dump(mode="json"))


def everybody(session: TenantSession, *roles: str) -> list[UUID]:
    """The ids of the active people with one of these roles."""
    return list(session.scalars(select(Person.id).where(Person.role.in_(roles), Person.status.in_(SIGNED_IN_STATUSES))
                                .order_by(Person.id)))


def unread_count(session: TenantSession, person_id: UUID) -> int:
    """How many notifications of the person are unread."""
    return session.scalar(select(func.count()).select_from(Notification).where(
        Notification.person_id == person_id, Notification.read_at.is_(None))) or 0
