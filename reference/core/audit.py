"""The audit trail, by construction: a transaction that changes an audited record leaves its events in itself.

A record says that it is audited, and as what; nobody else has to remember it. What happened is read from the session:
one event for each record that a transaction made, changed or removed, with the fields as they were before and are
after. The records of a bulk statement are read before it is done. SQL as text is seen by nobody: it counts, and no more.

Where the line is drawn: audited is what somebody wants, decides or is told as a result. Not audited are records that
only make that possible (refresh tokens, the outbox, topics, idempotency keys), a mission's targets (its scope is
audited, and what they answer is told by findings), and fields that count, measure or say when something was last seen
(``silent``). What goes with a record that is deleted is told in that record's event.

Events are numbered and chained in the order of commits: the head of the tenant's chain is locked last, at the commit,
when everything else is written.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import event, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, UOWTransaction

from reference.audit import rules
from reference.core import cause, clock
from reference.core import outbox as _locked_before  # noqa: F401 - its counters, in each transaction
from reference.core.cause import Cause
from reference.core.database import TenantSession, is_unavailable
from reference.core.errors import unavailable
from reference.core.inputs import UUID_FORM

ALWAYS_SILENT = frozenset({"id", "tenant_id", "created_at", "updated_at", "version"})
VERBS = {"created": "create", "updated": "update", "deleted": "delete", "signed_in": "sign_in"}
VERB_OF_METHOD = {"GET": "read", "POST": "create", "PATCH": "update", "PUT": "update", "DELETE": "delete"}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trail:
    """How a kind of record stands in the trail.

    ``silent`` fields leave no event, ``secret`` ones are told without their values, a change of one in ``security`` has
    that level. ``made``: the type of the event of a new record.
    """

    name: str
    silent: frozenset[str] = frozenset()
    secret: frozenset[str] = frozenset()
    security: frozenset[str] = frozenset()
    made: str = "created"

    @classmethod
    def of(cls, name: str, *, silent: str = "", secret: str = "", security: str = "", made: str = "created") -> Trail:
        """The same, with the fields of each kind in one text."""
        return cls(name, *(frozenset(fields.split()) for fields in (silent, secret, security)), made)


class Audited:
    """A record of which each change leaves an event."""

    trail: ClassVar[Trail]

    @property
    def is_told(self) -> bool:
        """Not where it is made and goes with another record: that one's events tell of it."""
        return True


@dataclass
class Change:
    """What a transaction has done to a record so far: ``before`` is how changed fields were when it began."""

    record: Any
    event_type: str
    before: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    by_time: bool = False
    follows: bool = False


@dataclass(frozen=True)
class Told:
    """One event as it is known before it has its place in a chain."""

    tenant_id: UUID
    event_type: str
    action: str
    object_type: str | None = None
    object_id: UUID | None = None
    changes: tuple[dict[str, Any], ...] = ()
    details: dict[str, Any] = field(default_factory=dict)
    level: str = "info"
    cause: Cause = field(default_factory=cause.present)


def tell(session: TenantSession, event_type: str, action: str, object_type: str | None = None,
         object_id: UUID | None = None, *, tenant_id: UUID | None = None, **details: Any) -> None:
    """Leave an event about something that is no change of a record: a refusal, a reading, a download."""
    level = "security" if event_type in rules.ALWAYS_SECURITY else "info"
    _told(session).append(Told(tenant_id or session.tenant_id, event_type, action, object_type, object_id,
                               details=details, level=level))


def add_details(session: TenantSession, record: Audited, **details: Any) -> None:
    """Say more about the record's change than its fields do."""
    _change(session, record, "updated").details.update(details)


def by_time(session: TenantSession, record: Audited) -> None:
    """Nobody's doing, though it is noticed in somebody's call or task: a time has come."""
    _change(session, record, "updated").by_time = True


def follows(session: TenantSession, record: Audited) -> None:
    """The record's change follows from another record's, whose event tells of it: it leaves none of its own."""
    _change(session, record, "updated").follows = True


# What a session has seen


def _changes(session: TenantSession) -> dict[int, Change]:
    return session.info.setdefault("audited", {})


def _told(session: TenantSession) -> list[Told]:
    return session.info.setdefault("told", [])


def _change(session: TenantSession, record: Any, event_type: str) -> Change:
    return _changes(session).setdefault(id(record), Change(record, event_type))


@event.listens_for(TenantSession, "after_flush")
def _look(session: TenantSession, _context: UOWTransaction) -> None:
    """Keep what a flush has changed; the session's lists and histories are still those from before it."""
    for record in session.new:
        if isinstance(record, Audited):
            _change(session, record, record.trail.made).event_type = record.trail.made
    for record in session.dirty:
        if isinstance(record, Audited):
            for name, value in _fields_before(record):
                _change(session, record, "updated").before.setdefault(name, value)
    for record in session.deleted:
        if isinstance(record, Audited):
            change = _change(session, record, "deleted")
            if change.event_type == record.trail.made:  # made and removed in one transaction: never was
                del _changes(session)[id(record)]
                continue
            change.event_type = "deleted"
            change.before = _fields(record) | change.before


def _fields_before(record: Any) -> Iterator[tuple[str, Any]]:
    """The changed fields, as they were."""
    state = inspect(record)
    for name, attribute in _attributes(type(record)):
        history = state.attrs[attribute].history
        if history.has_changes():
            yield name, history.deleted[0] if history.deleted else None


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, attribute) for name, attribute in _attributes(type(record))}


def _attributes(kind: type[Audited]) -> Iterator[tuple[str, str]]:
    """Each audited field with the attribute that holds it: a column by its own name."""
    for attribute in inspect(kind).column_attrs:
        name = attribute.columns[0].name
        if name not in ALWAYS_SILENT | kind.trail.silent:
            yield name, attribute.key


@event.listens_for(TenantSession, "do_orm_execute")
def _look_first(state: ORMExecuteState) -> None:
    """A bulk statement changes records that no flush will show: they are read, and locked, before it is done."""
    if not (state.is_update or state.is_delete or state.is_insert) or state.bind_mapper is None:
        return
    kind = state.bind_mapper.class_
    if not issubclass(kind, Audited):
        return
    if state.is_insert:
        raise RuntimeError(f"Add each {kind.__name__} to the session: a bulk insert leaves no event.")
    keep_before_bulk(state.session, kind, state.statement.whereclause, is_deletion=state.is_delete)


def keep_before_bulk(session: TenantSession, kind: Any, which: Any, *, is_deletion: bool) -> None:
    """Keep how the records are that a bulk statement will change."""
    query = select(kind).order_by(kind.id).with_for_update(of=kind).execution_options(populate_existing=True)
    for record in session.scalars(query if which is None else query.where(which)).all():
        change = _change(session, record, "updated")
        change.event_type = "deleted" if is_deletion else change.event_type
        change.before = _fields(record) | change.before


@event.listens_for(TenantSession, "after_soft_rollback")
def _forget(session: TenantSession, _previous: Any) -> None:
    session.info.clear()


# What it tells


@event.listens_for(TenantSession, "before_commit")
def _write(session: TenantSession) -> None:
    session.flush()
    told = [*(each for change in _changes(session).values() if (each := _told_of(change))), *_told(session)]
    session.info.clear()
    for tenant_id, chain in sorted({(each.tenant_id, rules.chain_of(each.object_type)) for each in told}):
        _append(session, tenant_id, chain, [each for each in told if each.tenant_id == tenant_id
                                            and rules.chain_of(each.object_type) == chain])


def _told_of(change: Change) -> Told | None:
    """The event of a record's change; None where in the end nothing is different."""
    record, trail, event_type = change.record, change.record.trail, change.event_type
    if change.follows or not record.is_told:
        return None
    after = {} if event_type == "deleted" else _fields(record)
    if event_type == trail.made:
        before, names = {}, [name for name, value in after.items() if value is not None]
    else:
        before = change.before
        names = [name for name, value in before.items() if value != after.get(name)]
        if not names:
            return None
    if event_type == "updated" and "status" in names:
        event_type = "state_changed"
    behind = cause.present().without_person() if change.by_time else cause.present()
    is_security = event_type in rules.ALWAYS_SECURITY or (
        change.event_type == "updated" and bool((trail.security | trail.secret) & set(names)))
    return Told(
        getattr(record, "tenant_id", record.id), event_type, _action(record, event_type, behind), trail.name, record.id,
        tuple(rules.change(name, before.get(name), after.get(name), secret=name in trail.secret) for name in names),
        change.details, "security" if is_security else "info", behind)


def _action(record: Any, event_type: str, behind: Cause) -> str:
    """Such as mission.pause: the call's own verb where it is about this record, else what the change is."""
    name = record.trail.name
    subject = subject_of(behind)
    if event_type in ("updated", "state_changed") and subject.verb and (
            subject.object_type == name and subject.object_id in (None, record.id)):
        return f"{name}.{subject.verb}"
    return f"{name}.{VERBS.get(event_type) or record.status}"


@dataclass(frozen=True)
class Subject:
    """What a call is about, told from its address: a kind of record, its id, and a verb where the address ends in one."""

    object_type: str | None = None
    object_id: UUID | None = None
    verb: str | None = None
    action: str = ""


def subject_of(call: Cause) -> Subject:
    """The last collection in the call's address is the kind of record that it is about."""
    route = re.sub(r"^/(api/v\d+/)?(platform/)?", "", call.route).replace("-", "_")
    parts = [part.partition(".")[0] for part in route.split("/")]
    kinds = {kind.__tablename__: kind.trail.name for kind in _kinds()} | {"audit_events": "audit_event"}
    found = [(place, kind) for place in range(len(parts))
             if (kind := kinds.get(parts[place]) or kinds.get("_".join(parts[max(0, place - 1):place + 1])))]
    default = VERB_OF_METHOD.get(call.method, "")
    if not found:
        name = "_".join(part for part in parts if not part.startswith("{"))
        return Subject(name or None, action=f"{name}.{default}")
    place, kind = found[-1]
    following = parts[place + 1:]
    object_id = None
    if following and following[0].startswith("{"):
        given = call.path_ids.get(following.pop(0).strip("{}"), "")
        object_id = UUID(given) if UUID_FORM.fullmatch(given) else None
    verb = following[0] if following else None
    return Subject(kind, object_id, verb, f"{kind}.{verb or default}")


def _kinds(kind: type = Audited) -> Iterator[Any]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def tell_refusal(session: TenantSession, behind: Cause) -> None:
    """A signed-in person was refused something."""
    subject = subject_of(behind)
    tell(session, "permission_denied", subject.action, subject.object_type, subject.object_id)


# The chains


HEAD = text("INSERT INTO audit_chains (tenant_id, chain, hash) VALUES (:tenant_id, :chain, :nothing)"
            " ON CONFLICT (tenant_id, chain) DO UPDATE SET sequence = audit_chains.sequence RETURNING sequence, hash")
# In one statement: whoever waits for the head waits for each exchange with the database.
STORE = text("WITH head AS (UPDATE audit_chains SET sequence = :sequence, hash = :hash"
             " WHERE tenant_id = :tenant_id AND chain = :chain)"
             " INSERT INTO audit_events"
             " SELECT * FROM json_populate_recordset(CAST(NULL AS audit_events), CAST(:rows AS json))")


def _append(session: TenantSession, tenant_id: UUID, chain: str, told: list[Told]) -> None:
    """Give the events their places at the end of the chain, whose head is ours until the transaction ends."""
    connection = session.connection()
    which = {"tenant_id": tenant_id, "chain": chain}
    try:
        sequence, previous = connection.execute(HEAD, {**which, "nothing": rules.NOTHING_BEFORE}).one()
        rows = []
        for each in told:
            sequence += 1
            rows.append(stored(each, chain, sequence, previous))
            previous = rows[-1]["hash"]
        connection.execute(STORE, {**which, "sequence": sequence, "hash": previous, "rows": json.dumps(rows, default=str)})
    except DBAPIError as error:
        if is_unavailable(error):
            raise
        log.exception("what cannot be told is not done")
        raise unavailable("audit") from None


def stored(told: Told, chain: str, sequence: int, previous: str) -> dict[str, Any]:
    """The row of an event in its place, by the columns' names."""
    at, behind = clock.now(), told.cause
    row = {
        "id": uuid4(), "tenant_id": told.tenant_id, "created_at": at, "updated_at": at, "at": at,
        "person_id": behind.person_id, "role": behind.role, "action": told.action, "event_type": told.event_type,
        "level": told.level, "object_type": told.object_type, "object_id": told.object_id, "changes": list(told.changes),
        "metadata": json.loads(json.dumps(rules.plain(told.details))), "ip": behind.ip, "user_agent": behind.user_agent,
        "request_id": behind.request_id, "task_id": behind.task_id, "retention_until": rules.kept_until(chain, at),
        "chain": chain, "sequence": sequence, "previous_hash": previous}
    return row | {"hash": rules.hash_of(row)}
