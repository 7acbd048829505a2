"""Calls that are carried out once, however often they are sent: a POST that carries an ``Idempotency-Key``.

The first call claims its key, and its answer is kept with it. What is sent again is answered from there. A claim whose
process is gone is given up after a minute: longer than any call takes.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from anyio import to_thread
from fastapi import Response
from sqlalchemy import ForeignKey, and_, delete, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reference.core import clock
from reference.core.database import Base, TenantOwned, TenantSession, transaction
from reference.core.errors import Fault, Problem

if TYPE_CHECKING:
    from reference.core.calls import Call

SHORTEST, LONGEST = 16, 255
KEPT = timedelta(hours=24)
GIVEN_UP = timedelta(seconds=60)
FORGOTTEN_AT_ONCE = 100  # keys whose time is over
NOT_KEPT = (401, 429)  # and whatever is a fault of the platform
log = logging.getLogger(__name__)


class IdempotencyKey(TenantOwned, Base):
    """A key of one person on one address: claimed by a call, then with its answer. ``call`` is what was sent where."""

    __tablename__ = "idempotency_keys"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    place: Mapped[str]
    call: Mapped[str]
    claim: Mapped[UUID]
    claimed_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    status: Mapped[int | None]
    headers: Mapped[list[Any] | None] = mapped_column(JSONB(none_as_null=True))
    body: Mapped[bytes | None]


class Replay(Exception):
    """The call was answered before."""

    def __init__(self, kept: IdempotencyKey) -> None:
        self.kept = kept
        super().__init__("answered before")

    def answer(self) -> Response:
        answer = Response(self.kept.body, self.kept.status or 200)
        answer.raw_headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self.kept.headers or ()]
        answer.headers["Idempotency-Replayed"] = "true"
        return answer


def fault_of(key: str) -> Fault | None:
    if not key.isascii() or not key.isprintable():
        return Fault("Idempotency-Key", "format", "This must be printable ASCII.")
    if len(key) < SHORTEST:
        return Fault("Idempotency-Key", "too_short", f"This must have at least {SHORTEST} characters.")
    if len(key) > LONGEST:
        return Fault("Idempotency-Key", "too_long", f"This must have at most {LONGEST} characters.")
    return None


def begin(call: Call) -> None:
    """Claim the key that the call carries; a Replay where it was answered, 409 where the key is another call's.

    A key that can be none is a fault like any other of what was sent.
    """
    request = call.request
    key = request.headers.get("idempotency-key")
    if key is None or request.method != "POST":
        return
    fault = fault_of(key)
    if fault is not None:
        call.faults.append(fault)
        return
    place = _digest(request.method, request.url.path, key)
    sent = _digest(request.url.query, call.content)
    with call.transaction() as session:
        claim = claim_key(session, call.person.person_id, place, sent)
    request.scope["claim"] = (call.person.tenant_id, claim)


def _digest(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8) + content)
    return digest.hexdigest()


def claim_key(session: TenantSession, person_id: UUID, place: str, sent: str) -> UUID:
    """The claim of a key that is free; raises what the caller is to be told where it is not."""
    moment, claim = clock.now(), uuid4()
    forget_old(session, moment)
    fresh = {"call": sent, "claim": claim, "claimed_at": moment, "answered_at": None, "status": None, "headers": None,
             "body": None}
    mine = and_(IdempotencyKey.person_id == person_id, IdempotencyKey.place == place)
    inserted = session.execute(
        insert(IdempotencyKey).values(id=uuid4(), tenant_id=session.tenant_id, person_id=person_id, place=place, **fresh)
        .on_conflict_do_nothing().returning(IdempotencyKey.id)).one_or_none()
    if inserted is not None:
        return claim
    taken_over = session.execute(update(IdempotencyKey).where(mine, is_free_at(moment)).values(**fresh)).rowcount
    if taken_over:
        return claim
    known = session.scalar(select(IdempotencyKey).where(mine))
    if known is not None and known.call != sent:
        raise Problem(409, "Idempotency key used", "This key was sent with another call.")
    if known is None or known.answered_at is None:
        raise Problem(409, "Still running", "The first call with this key is still running.")
    raise Replay(known)


def is_free_at(moment: datetime) -> Any:
    """Which keys may be claimed anew: whose answer is too old, and whose first call never came to its end."""
    return or_(IdempotencyKey.answered_at <= moment - KEPT,
               and_(IdempotencyKey.answered_at.is_(None), IdempotencyKey.claimed_at <= moment - GIVEN_UP))


def forget_old(session: TenantSession, moment: datetime) -> None:
    """Remove some of the keys whose time is over; those that another call looks at are left to it."""
    old = (select(IdempotencyKey.id).where(IdempotencyKey.answered_at <= moment - KEPT).limit(FORGOTTEN_AT_ONCE)
           .with_for_update(skip_locked=True))
    session.execute(delete(IdempotencyKey).where(IdempotencyKey.id.in_(old))
                    .execution_options(synchronize_session=False))


def is_kept(status: int) -> bool:
    return status < 500 and status not in NOT_KEPT


def settle(tenant_id: UUID, claim: UUID, status: int, headers: list[list[str]], body: bytes) -> None:
    """Keep the answer of a call that claimed a key; free the key where it is none to be kept."""
    mine = IdempotencyKey.claim == claim
    with transaction(tenant_id) as session:
        if is_kept(status):
            session.execute(update(IdempotencyKey).where(mine).values(
                answered_at=clock.now(), status=status, headers=headers, body=body))
        else:
            session.execute(delete(IdempotencyKey).where(mine))


class Remembering:
    """Around each call: the answer of one that claimed a key is kept before anybody gets it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kept: list[Message] = []

        async def keep(message: Message) -> None:
            if "claim" not in scope:
                await send(message)
                return
            kept.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                await _settle(scope, kept)
                for each in kept:
                    await send(each)

        try:
            await self.app(scope, receive, keep)
        except Exception:
            if "claim" in scope and not kept:
                await _settle(scope, [{"type": "http.response.start", "status": 500, "headers": []}])
            raise


async def _settle(scope: Scope, messages: list[Message]) -> None:
    """The answer is given, also where it cannot be kept: what it tells has been done."""
    start, *parts = messages
    headers = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in start["headers"]]
    body = b"".join(part.get("body", b"") for part in parts)
    status = 500 if scope.get("failed") else start["status"]  # a stream can fail when it has begun
    try:
        await to_thread.run_sync(settle, *scope["claim"], status, headers, body)
    except SQLAlchemyError as error:
        log.warning("%s could not be kept: %s", scope["request_id"], type(error).__name__)
