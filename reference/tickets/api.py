"""Tickets over HTTP: report, read, change, move, assign, escalate, comment."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from fastapi import Depends, Response
from sqlalchemy import or_, select

from reference.accounts.records import Person
from reference.core import clock
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, SignedIn, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, not_allowed, not_found
from reference.core.inputs import UUID_FORM, Body, Change, FilterId, Identifier, OneOrMore, Page, Query, Text
from reference.core.permissions import may, scope_of
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site
from reference.tickets import changes, rules
from reference.tickets.records import Ticket, TicketComment
from reference.tickets.shapes import CommentAnswer, TicketAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2/tickets", tags=["tickets"])

MayRead = Annotated[Call, needs("tickets.read")]
MayReport = Annotated[Call, needs("tickets.create")]
MayChange = Annotated[Call, needs("tickets.work")]
MayAssign = Annotated[Call, needs("tickets.assign")]


def _works_or_reported(call: SignedIn, ticket_id: str) -> Call:
    """Who works on tickets; and a ticket's reporter, who may read it, whatever the role."""
    if may(call.person.role, "tickets.work", call.person.modules):
        return call
    if may(call.person.role, "tickets.read", call.person.modules) and UUID_FORM.fullmatch(ticket_id):
        with call.transaction() as session:
            ticket = session.get(Ticket, UUID(ticket_id))
        if ticket is not None and ticket.reporter_id == call.person.person_id:
            return call
    raise not_allowed()


MayWork = Annotated[Call, Depends(_works_or_reported)]

Title = Text(1, 200)
Description = Text(0, 5000)
Category = Text(1, 50)
Priority = Literal[rules.PRIORITIES]
Comment = Text(1, 5000)


class NewTicket(Body):
    """A trouble to be reported."""

    title: Title
    description: Description = ""
    category: Category | None = None
    priority: Priority = "P2"
    site_id: Identifier | None = None


class TicketChange(Change):
    """What is to be different. The priority is changed by who may assign."""

    title: Title = None
    description: Description = None
    category: Category | None = None
    priority: Priority = None
    site_id: Identifier | None = None

    READ_ONLY = frozenset(TicketAnswer.model_fields) - {"title", "description", "category", "priority", "site_id"}


class Transition(Change):
    to: Literal[rules.STATUSES]
    comment: Comment | None = None


class Assignment(Change):
    person_id: Identifier


class Escalation(Change):
    comment: Comment | None = None


class NewComment(Body):
    text: Comment


class TicketFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    priority: OneOrMore(*rules.PRIORITIES) | None = None
    assignee_id: FilterId | None = None
    site_id: FilterId | None = None
    overdue: Literal["true", "false"] | None = None
    sort: Literal["due_at", "-due_at"] | None = None


ORDERS = {None: (Ticket.created_at.desc(), Ticket.id), "due_at": (Ticket.due_at, Ticket.id),
          "-due_at": (Ticket.due_at.desc(), Ticket.id)}


@router.post("", status_code=201, response_model=TicketAnswer, openapi_extra=takes(NewTicket))
def report(call: MayReport) -> Response:
    """Report a trouble."""
    wanted = call.body(NewTicket)
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        answer = changes.described(session, changes.create(session, acting(call, session), wanted.model_dump()))
    return call.answer(answer, 201)


@router.get("", response_model=Listed[TicketAnswer], openapi_extra=takes(query=TicketFilter))
def tickets(call: MayRead) -> Response:
    """The tenant's tickets, or the own."""
    wanted = call.query(TicketFilter)
    query = select(Ticket).where(
        *own_only(call), *one_of(Ticket.status, wanted.status), *one_of(Ticket.priority, wanted.priority),
        *equals(Ticket.assignee_id, wanted.assignee_id), *equals(Ticket.site_id, wanted.site_id))
    if wanted.overdue is not None:
        query = query.where(is_overdue() == (wanted.overdue == "true"))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(*ORDERS[wanted.sort]), wanted, TicketAnswer)
    return call.answer(answer)


@router.get("/{ticket_id}", response_model=TicketAnswer)
def ticket(call: MayRead, ticket_id: str) -> Response:
    """One ticket."""
    with call.transaction() as session:
        found = visible(call, session, ticket_id)
        call.query(Query)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.patch("/{ticket_id}", response_model=TicketAnswer, openapi_extra=takes(TicketChange))
def change(call: MayChange, ticket_id: str) -> Response:
    """Change what was sent; 409 once the ticket is closed or cancelled."""
    wanted = visible_to(call, ticket_id, TicketChange)
    fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
    if "priority" in fields and not may_assign(call):
        raise not_allowed()
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        found = locked(call, session, ticket_id)
        changes.change(session, found, acting(call, session), fields)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.post("/{ticket_id}/transition", response_model=TicketAnswer, openapi_extra=takes(Transition))
def transition(call: MayWork, ticket_id: str) -> Response:
    """Move the ticket to another state; 409 where its table of states does not lead there."""
    wanted = visible_to(call, ticket_id, Transition)
    with call.transaction() as session:
        found = locked(call, session, ticket_id, to=wanted.to)
        changes.move(session, found, acting(call, session), wanted.to, wanted.comment)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.post("/{ticket_id}/assign", response_model=TicketAnswer, openapi_extra=takes(Assignment))
def assign(call: MayAssign, ticket_id: str) -> Response:
    """Give the ticket to somebody who works on tickets."""
    wanted = visible_to(call, ticket_id, Assignment)
    with call.transaction() as session:
        person = changes.handler(session, wanted.person_id)
        found = locked(call, session, ticket_id)
        changes.assign(session, found, acting(call, session), person)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.post("/{ticket_id}/escalate", response_model=TicketAnswer, openapi_extra=takes(Escalation))
def escalate(call: MayAssign, ticket_id: str) -> Response:
    """Raise the ticket by one step of priority and one level."""
    wanted = visible_to(call, ticket_id, Escalation)
    with call.transaction() as session:
        found = locked(call, session, ticket_id)
        changes.escalate(session, found, acting(call, session), wanted.comment)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.get("/{ticket_id}/comments", response_model=Listed[CommentAnswer], openapi_extra=takes(query=Page))
def comments(call: MayRead, ticket_id: str) -> Response:
    """What was said on the ticket."""
    with call.transaction() as session:
        found = visible(call, session, ticket_id)
    wanted = call.query(Page)
    query = (select(TicketComment).where(TicketComment.ticket_id == found.id)
             .order_by(TicketComment.created_at.desc(), TicketComment.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, CommentAnswer)
    return call.answer(answer)


@router.post("/{ticket_id}/comments", status_code=201, response_model=CommentAnswer, openapi_extra=takes(NewComment))
def add_comment(call: MayWork, ticket_id: str) -> Response:
    """Say something on the ticket."""
    with call.transaction() as session:
        visible(call, session, ticket_id)
    wanted = call.body(NewComment)
    with call.transaction() as session:
        found = existing(changes.lock(session, record_id(ticket_id)))
        comment = changes.comment_on(session, found, acting(call, session), wanted.text)
        answer = CommentAnswer.model_validate(comment)
    return call.answer(answer, 201)


def acting(call: Call, session: TenantSession) -> Person:
    return session.get_one(Person, call.person.person_id)


def may_assign(call: Call) -> bool:
    return may(call.person.role, "tickets.assign", call.person.modules)


def sees_all(person: Any) -> bool:
    """Whether the person's role shows all tickets of the tenant, and not the own only."""
    return scope_of(person.role, "tickets.read") == "all"


def own_only(call: Call) -> list[Any]:
    me = call.person.person_id
    return [] if sees_all(call.person) else [or_(Ticket.reporter_id == me, Ticket.assignee_id == me)]


def is_overdue() -> Any:
    """What ``Ticket.overdue`` is, as a condition."""
    return (Ticket.status.in_(rules.WAITING)) & (Ticket.due_at < clock.now())


def visible(call: Call, session: TenantSession, ticket_id: str) -> Ticket:
    """The ticket of an address; 404 where there is none that the person may see."""
    return existing(session.scalar(select(Ticket).where(Ticket.id == record_id(ticket_id), *own_only(call))))


def visible_to(call: Call, ticket_id: str, model: type[Wanted]) -> Wanted:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        visible(call, session, ticket_id)
    return call.change(model)


def locked(call: Call, session: TenantSession, ticket_id: str, *, to: str | None = None) -> Ticket:
    """The same ticket again, for this transaction alone, if the person may still see it (and move it ``to`` there)."""
    found = existing(changes.lock(session, record_id(ticket_id)))
    if not sees_all(call.person) and not found.concerns(call.person.person_id):
        raise not_found()
    if to is not None:
        refuse_move(call, found, to)
    call.check_version(found)
    return found


def refuse_move(call: Call, found: Ticket, to: str) -> None:
    """403 where the move is for others: to end it or take it up again, for the reporter and who may assign; every other,
    for who works on tickets."""
    is_reporter = found.reporter_id == call.person.person_id
    if rules.is_settling(found.status, to):
        is_allowed = is_reporter or may_assign(call)
    else:
        is_allowed = may(call.person.role, "tickets.work", call.person.modules)
    if not is_allowed:
        raise not_allowed()
