"""The audit trail over HTTP: read it, fetch it as a table, have it checked. Nothing changes it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import Select, select, text

from reference.accounts.records import Person
from reference.audit import rules
from reference.audit.records import AuditEvent
from reference.audit.shapes import AuditEventAnswer, Check
from reference.core import downloads
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, existing, faulty
from reference.core.inputs import FilterId, Moment, OneOrMore, Page, Query, Text
from reference.core.routes import Router

router = Router(prefix="/api/v2/audit", tags=["audit"])

MayRead = Annotated[Call, needs("audit.read")]

MOST_ROWS = 10_000
COLUMNS = ("At", "Person", "Role", "Event", "Level", "Object Type", "Object Id", "Changes", "IP", "Request Id")
HEADS = text("SELECT chain, first, sequence, hash FROM audit_chains WHERE tenant_id = :tenant_id")


class EventFilter(Query):
    """Which events: all of what is given."""

    person_id: FilterId | None = None
    event_type: OneOrMore(*rules.EVENT_TYPES) | None = None
    level: OneOrMore(*rules.LEVELS) | None = None
    object_type: Text(1, 100) | None = None
    object_id: FilterId | None = None
    request_id: Text(1, 255) | None = None
    at_from: Moment | None = None
    at_to: Moment | None = None


class EventPage(Page, EventFilter):
    """A page of them."""


@router.get("/events", response_model=Listed[AuditEventAnswer], openapi_extra=takes(query=EventPage))
def events(call: MayRead) -> Response:
    """The tenant's events, newest first."""
    wanted = call.query(EventPage)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, chosen(wanted), wanted, AuditEventAnswer)
    call.tell("data_accessed", "audit_event.read", "audit_event")
    return call.answer(answer)


@router.get("/events.csv", responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
            openapi_extra=takes(query=EventFilter))
def table(call: MayRead) -> Response:
    """The same as a table; 422 where it would be longer than a table may be."""
    wanted = call.query(EventFilter)
    with call.transaction(snapshot=True) as session:
        found = session.scalars(chosen(wanted).limit(MOST_ROWS + 1)).all()
        if len(found) > MOST_ROWS:
            raise faulty([Fault("at_from", "out_of_range", f"More than {MOST_ROWS} events: choose a shorter time.")])
        names = dict(session.execute(select(Person.id, Person.full_name)).tuples().all())
    call.tell("export_executed", "audit_event.export", "audit_event", rows=len(found))
    content = downloads.csv_text(COLUMNS, (row_of(event, names) for event in found))
    return downloads.download("audit-events.csv", content, downloads.CSV)


@router.get("/events/{event_id}", response_model=AuditEventAnswer)
def event(call: MayRead, event_id: str) -> Response:
    """One event."""
    with call.transaction() as session:
        found = existing(session.get(AuditEvent, record_id(event_id)))
        call.query(Query)
        answer = AuditEventAnswer.model_validate(found)
    call.tell("data_accessed", "audit_event.read", "audit_event", found.id)
    return call.answer(answer)


@router.get("/check", response_model=Check)
def check(call: MayRead) -> Response:
    """Whether all events are as they were written, and none is missing."""
    call.query(Query)
    with call.transaction(snapshot=True) as session:
        answer = checked(session)
    return call.answer(answer)


def chosen(wanted: EventFilter) -> Select[tuple[AuditEvent]]:
    """The events that the filters let through, newest first."""
    query = select(AuditEvent).where(
        *equals(AuditEvent.person_id, wanted.person_id), *one_of(AuditEvent.event_type, wanted.event_type),
        *one_of(AuditEvent.level, wanted.level), *equals(AuditEvent.object_type, wanted.object_type),
        *equals(AuditEvent.object_id, wanted.object_id), *equals(AuditEvent.request_id, wanted.request_id))
    if wanted.at_from is not None:
        query = query.where(AuditEvent.at >= wanted.at_from)
    if wanted.at_to is not None:
        query = query.where(AuditEvent.at < wanted.at_to)
    return query.order_by(AuditEvent.at.desc(), AuditEvent.id)


def row_of(event: AuditEvent, names: dict[UUID, str]) -> tuple[str | None, ...]:
    """An event as a row of the table."""
    answer = AuditEventAnswer.model_validate(event).model_dump(mode="json")
    return (answer["at"], names.get(event.person_id) if event.person_id else None, event.role, event.event_type,
            event.level, event.object_type, answer["object_id"], rules.as_cell(event.changes), event.ip, event.request_id)


def checked(session: TenantSession) -> Check:
    """Look at each chain from its oldest event on, until one is not as it was written."""
    heads = {chain: rules.Head(first, sequence, last)
             for chain, first, sequence, last in session.execute(HEADS, {"tenant_id": session.tenant_id})}
    total = 0
    for chain in (rules.GENERAL, rules.ATTENDANCE):
        query = select(AuditEvent).where(AuditEvent.chain == chain).order_by(AuditEvent.sequence)
        records = session.scalars(query.execution_options(yield_per=1000))
        count, broken = rules.first_break(heads.get(chain), (as_hashed(record) for record in records))
        total += count
        if broken is not None:
            return Check(valid=False, checked=total, first_broken_id=broken.id, first_broken_sequence=broken.sequence)
    return Check(valid=True, checked=total, first_broken_id=None, first_broken_sequence=None)


def as_hashed(record: AuditEvent) -> dict[str, Any]:
    """An event by the names of its columns."""
    return {column.name: getattr(record, attribute.key)
            for attribute in AuditEvent.__mapper__.column_attrs for column in attribute.columns}
