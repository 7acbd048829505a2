"""The own inbox over HTTP."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from fastapi import Response
from sqlalchemy import Select, select

from reference.core import clock, outbox
from reference.core.answers import Answer, Listed, Moment, RecordAnswer, equals, listed, takes
from reference.core.calls import Call, SignedIn, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing
from reference.core.inputs import Nothing, Page, Query, Text
from reference.core.routes import Router
from reference.notifications import service
from reference.notifications.records import Notification

router = Router(prefix="/api/v2/notifications", tags=["notifications"])


class Sent(Answer):
    to: str
    status: Literal["queued", "sent", "failed"]
    attempts: int
    message_id: str
    sent_at: str | None
    error: str | None


class NotificationAnswer(RecordAnswer):
    person_id: UUID
    kind: str
    title: str
    body: str
    data: dict[str, object]
    event_key: str
    status: Literal["queued", "sent", "failed"]
    pushed_at: Moment | None
    read_at: Moment | None
    email: Sent | None


class UnreadCount(Answer):
    unread_count: int


class Marked(Answer):
    marked: int


class NotificationFilter(Page):
    unread: Literal["true", "false"] | None = None
    kind: Text(1, 100) | None = None


@router.get("", response_model=Listed[NotificationAnswer], openapi_extra=takes(query=NotificationFilter))
def inbox(call: SignedIn) -> Response:
    """The own notifications, newest first."""
    wanted = call.query(NotificationFilter)
    query = own(call).where(*equals(Notification.kind, wanted.kind))
    if wanted.unread is not None:
        query = query.where(Notification.read_at.is_(None) == (wanted.unread == "true"))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(Notification.created_at.desc(), Notification.id), wanted, NotificationAnswer)
    return call.answer(answer)


@router.get("/unread-count", response_model=UnreadCount, openapi_extra=takes(query=Query))
def unread_count(call: SignedIn) -> Response:
    """How many of the own are unread."""
    call.query(Query)
    with call.transaction() as session:
        count = service.unread_count(session, call.person.person_id)
    return call.answer(UnreadCount(unread_count=count))


@router.get("/{notification_id}", response_model=NotificationAnswer, openapi_extra=takes(query=Query))
def notification(call: SignedIn, notification_id: str) -> Response:
    """One of the own."""
    with call.transaction() as session:
        answer = NotificationAnswer.model_validate(find(call, session, notification_id))
    call.query(Query)
    return call.answer(answer)


@router.post("/{notification_id}/read", response_model=NotificationAnswer, openapi_extra=takes(Nothing))
def read(call: SignedIn, notification_id: str) -> Response:
    """Mark one as read; one that is read stays as it is."""
    with call.transaction() as session:
        find(call, session, notification_id)
    call.body(Nothing)
    with call.transaction() as session:
        found = find(call, session, notification_id, locked=True)
        mark(call, session, [found])
        session.flush()
        answer = NotificationAnswer.model_validate(found)
    return call.answer(answer)


@router.post("/read-all", response_model=Marked, openapi_extra=takes(Nothing))
def read_all(call: SignedIn) -> Response:
    """Mark all that are unread."""
    call.body(Nothing)
    with call.transaction() as session:
        unread = session.scalars(own(call).where(Notification.read_at.is_(None)).order_by(Notification.created_at)
                                 .with_for_update()).all()
        marked = mark(call, session, unread)
    return call.answer(Marked(marked=marked))


def own(call: Call) -> Select[tuple[Notification]]:
    return select(Notification).where(Notification.person_id == call.person.person_id)


def find(call: Call, session: TenantSession, notification_id: str, *, locked: bool = False) -> Notification:
    query = own(call).where(Notification.id == record_id(notification_id))
    return existing(session.scalar(query.with_for_update() if locked else query))


def mark(call: Call, session: TenantSession, notifications: list[Notification]) -> int:
    """Mark those that are unread as read, and tell the person's other places; how many they were."""
    unread = [each for each in notifications if each.read_at is None]
    for each in unread:
        each.read_at = clock.now()
    session.flush()
    if unread:
        outbox.emit(session, f"me:{call.person.person_id}", "notification.read", {
            "ids": [str(each.id) for each in unread],
            "unread_count": service.unread_count(session, call.person.person_id)})
    return len(unread)
