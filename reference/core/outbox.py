"""What follows a commit: events, tasks and cache changes, written with the change and delivered after it, in order.

A message is a row of the same transaction as its cause, so that a rolled-back change sends nothing and a crash or an
outage of Redis loses nothing. Each topic counts its events; the counter's row is locked from the numbering to the
commit, so that numbers follow the order of commits without a gap. Delivered events stay for a while: a gateway that
missed some (core.realtime) reads them again from here.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import SQLAlchemyError

from reference.core import cache, cause, clock, database
from reference.core.database import TenantSession
from reference.core.stores import RedisError, keys

KEEP_SECONDS = 300  # how long delivered events can be read again
POLL_SECONDS = 0.5
BATCH = 200
RELAY_LOCK = 7_301_001
log = logging.getLogger(__name__)

# How the record kept in Redis under a name such as "mission" is written anew: (session, id) -> None.
refreshers: dict[str, Callable[[TenantSession, UUID], None]] = {}


@dataclass(frozen=True)
class Message:
    """One thing to deliver. kind: event (name: topic), task (name: task), refresh (name: of refreshers),
    forget (name: cache key). ``due_at``: it is not delivered before."""

    kind: str
    name: str
    tenant_id: UUID
    body: dict[str, Any] = field(default_factory=dict)
    due_at: datetime | None = None


def emit(session: TenantSession, topic: str, type_: str, data: dict[str, Any], *, tenant_id: UUID | None = None,
         whose: Collection[UUID] | None = None) -> None:
    """Tell the subscribers of ``topic``, once this transaction has committed.

    ``whose``: the people whose own the record is, where there are roles that see the own only.
    """
    body = {"id": str(uuid4()), "type": type_, "at": clock.text(clock.now()), "data": data}
    if whose is not None:
        body["whose"] = [str(each) for each in whose]
    session.outgoing.append(Message("event", topic, tenant_id or session.tenant_id, body))


def send_task(session: TenantSession, name: str, arguments: dict[str, Any], queue: str = "default", *,
              tenant_id: UUID | None = None, caused_by: dict[str, Any] | None = None, task_id: UUID | None = None,
              due_at: datetime | None = None) -> None:
    """Queue a task, once this transaction has committed and its time has come. Its cause is what happens now, where no
    other is given."""
    body = {"id": str(task_id or uuid4()), "arguments": arguments, "queue": queue,
            "cause": caused_by or cause.present().handed_on()}
    session.outgoing.append(Message("task", name, tenant_id or session.tenant_id, body, due_at))


def refresh(session: TenantSession, name: str, record_id: UUID) -> None:
    """Have the record kept in Redis written anew, once this transaction has committed."""
    session.outgoing.append(Message("refresh", name, session.tenant_id, {"id": str(record_id)}))


def forget(session: TenantSession, key: str, *, tenant_id: UUID | None = None) -> None:
    """Remove a cached value, once this transaction has committed."""
    session.outgoing.append(Message("forget", key, tenant_id or session.tenant_id))


@event.listens_for(TenantSession, "before_commit")
def _write(session: TenantSession) -> None:
    session.flush()
    if not session.outgoing:
        return
    connection = session.connection()
    counts = Counter((m.tenant_id, m.name) for m in session.outgoing if m.kind == "event")
    numbers = {topic: iter(_take_numbers(connection, *topic, count)) for topic, count in sorted(counts.items())}
    for message in session.outgoing:
        number = None
        if message.kind == "event":
            number = message.body["data"]["seq"] = next(numbers[message.tenant_id, message.name])
        connection.execute(INSERT, {"tenant_id": message.tenant_id, "kind": message.kind, "name": message.name,
                                    "seq": number, "body": json.dumps(message.body), "at": clock.now(),
                                    "due_at": message.due_at})


INSERT = text("INSERT INTO outbox (tenant_id, kind, name, seq, body, created_at, due_at)"
              " VALUES (:tenant_id, :kind, :name, :seq, CAST(:body AS jsonb), :at, :due_at)")
DUE = "sent_at IS NULL AND (due_at IS NULL OR due_at <= :now)"


def _take_numbers(connection: Connection, tenant_id: UUID, topic: str, count: int) -> range:
    """The next ``count`` numbers of the topic; they are ours until the transaction ends."""
    last = connection.execute(
        text("INSERT INTO topics (tenant_id, name, seq) VALUES (:tenant_id, :name, :count)"
             " ON CONFLICT (tenant_id, name) DO UPDATE SET seq = topics.seq + :count RETURNING seq"),
        {"tenant_id": tenant_id, "name": topic, "count": count}).scalar_one()
    return range(last - count + 1, last + 1)


def last_number(session: TenantSession, topic: str) -> int:
    """The number of the topic's last event, 0 before the first."""
    found = session.execute(text("SELECT seq FROM topics WHERE tenant_id = :tenant_id AND name = :name"),
                            {"tenant_id": session.tenant_id, "name": topic}).scalar()
    return found or 0


def events_after(tenant_id: UUID, topic: str, number: int) -> list[dict[str, Any]]:
    """The topic's events that came after ``number``, as they were published."""
    with database.engine().connect() as connection:
        rows = connection.execute(
            text("SELECT name, seq, body FROM outbox WHERE tenant_id = :tenant_id AND name = :name"
                 " AND seq > :number AND kind = 'event' ORDER BY seq"),
            {"tenant_id": tenant_id, "name": topic, "number": number}).all()
    return [_published(row) for row in rows]


def deliver() -> int:
    """Deliver everything that is committed and not yet delivered, one process at a time; raises RedisError.

    Answers how much it was. A crash between delivery and commit delivers again: receivers drop a number they know,
    and a task that has nothing to do ends at once.
    """
    delivered = 0
    while True:
        with database.engine().begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '3s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": RELAY_LOCK})
            rows = connection.execute(text(
                f"SELECT id, tenant_id, kind, name, seq, body FROM outbox WHERE {DUE} ORDER BY id LIMIT :batch"),
                {"now": clock.now(), "batch": BATCH}).all()
            if not rows:
                return delivered
            _publish([row for row in rows if row.kind == "event"])
            _refresh(connection, rows)
            _send([row for row in rows if row.kind == "task"])
            ids = [row.id for row in rows]
            connection.execute(text("DELETE FROM outbox WHERE id = ANY(:ids) AND kind <> 'event'"), {"ids": ids})
            connection.execute(text("UPDATE outbox SET sent_at = now() WHERE id = ANY(:ids)"), {"ids": ids})
        delivered += len(rows)


def _published(row: Any) -> dict[str, Any]:
    return {"id": row.body["id"], "seq": row.seq, "type": row.body["type"], "topic": row.name,
            "at": row.body["at"], "data": row.body["data"], "whose": row.body.get("whose")}


def _publish(rows: list[Any]) -> None:
    with keys().pipeline(transaction=False) as pipeline:
        for row in rows:
            pipeline.publish(f"events:{row.tenant_id}", json.dumps(_published(row), ensure_ascii=False))
        pipeline.execute()


def _refresh(connection: Connection, rows: list[Any]) -> None:
    for tenant_id, name, record_id in {(r.tenant_id, r.name, r.body["id"]) for r in rows if r.kind == "refresh"}:
        with TenantSession(connection, tenant_id) as session:
            refreshers[name](session, UUID(record_id))
    for key in {row.name for row in rows if row.kind == "forget"}:
        cache.forget(key)


def _send(rows: list[Any]) -> None:
    if not rows:
        return
    from reference.core import tasks  # Celery costs a fifth of a second: only where something is sent

    for row in rows:
        tasks.send(row.name, row.body["arguments"], queue=row.body["queue"], task_id=row.body["id"],
                   caused_by=row.body["cause"])


def deliver_now(_session: TenantSession | None = None) -> None:
    """Deliver in this thread; what fails stays for a relay."""
    try:
        deliver()
    except (RedisError, SQLAlchemyError, OSError) as error:
        log.warning("messages wait: %s", type(error).__name__)


class Relay:
    """A thread that delivers after each commit of this process, and what others had to leave."""

    def __init__(self) -> None:
        self._wanted = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self, session: TenantSession) -> None:
        """After a commit. Cached values go before the answer does, everything else follows at once."""
        self._wanted.set()
        for message in session.outgoing:
            if message.kind == "forget":
                try:
                    cache.forget(message.name)
                except RedisError:
                    break  # the relay does it when Redis is back

    def stop(self) -> None:
        """Deliver what is there, and end."""
        self._ended = True
        self._wanted.set()
        self._thread.join(timeout=3)

    def _run(self) -> None:
        waiting, next_purge = False, time.monotonic() + KEEP_SECONDS / 5
        while not self._ended:
            self._wanted.wait(POLL_SECONDS)
            self._wanted.clear()
            try:
                if waiting or _something_waits():
                    deliver()
                    waiting = False
                if time.monotonic() >= next_purge:
                    next_purge = time.monotonic() + KEEP_SECONDS / 5
                    _purge()
            except (RedisError, SQLAlchemyError, OSError) as error:
                if not waiting:
                    log.warning("messages wait: %s", type(error).__name__)
                waiting = True
            except Exception:
                log.exception("the relay met something unforeseen")
        deliver_now()


def _something_waits() -> bool:
    with database.engine().connect() as connection:
        return bool(connection.execute(text(f"SELECT EXISTS (SELECT FROM outbox WHERE {DUE})"),
                                       {"now": clock.now()}).scalar())


def _purge() -> None:
    with database.engine().begin() as connection:
        connection.execute(text("DELETE FROM outbox WHERE sent_at < now() - make_interval(secs => :seconds)"),
                           {"seconds": KEEP_SECONDS})
