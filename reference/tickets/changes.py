"""Every change of a ticket: each in the caller's transaction, guarded by the ticket's locked row.

The order of locks is sites and people, ticket, tenant (for a number), topics (at the commit), so that no two changes
wait for each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from reference.accounts.records import Person
from reference.core import clock, outbox
from reference.core.answers import NamedPerson
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty, wrong_state
from reference.core.identity import SIGNED_IN_STATUSES
from reference.core.permissions import may
from reference.core.references import referred
from reference.notifications import service as notifications
from reference.tenancy.service import open_at_sites
from reference.tickets import rules
from reference.tickets.records import Ticket, TicketComment
from reference.tickets.shapes import Changed, TicketAnswer

SYSTEM = "system"
# The fields of which each change is told to who watches the ticket.
TOLD = ("title", "description", "category", "priority", "status", "site_id", "assignee_id", "due_at", "escalation_level",
        "escalated_at", "escalated_by", "resolution", "resolved_at", "closed_at", "warned_at")


def lock(session: TenantSession, ticket_id: UUID) -> Ticket | None:
    """The ticket, with its row locked until the transaction ends."""
    return session.scalar(select(Ticket).where(Ticket.id == ticket_id).with_for_update()
                          .execution_options(populate_existing=True))


def topic(ticket_id: UUID) -> str:
    return f"ticket:{ticket_id}"


def name_of(person: Person) -> dict[str, Any]:
    """The person as a ticket keeps who has done something."""
    return NamedPerson.model_validate(person).model_dump(mode="json")


def create(session: TenantSession, reporter: Person, fields: dict[str, Any]) -> Ticket:
    """Store a new ticket under the tenant's next number."""
    moment = clock.now()
    ticket = Ticket(**fields, status="new", reporter_id=reporter.id, due_at=rules.due_at(fields["priority"], moment),
                    number=take_number(session), created_at=moment, updated_at=moment, history=[])
    note(ticket, name_of(reporter), "status", None, "new")
    session.add(ticket)
    session.flush()
    return ticket


def take_number(session: TenantSession) -> str:
    """The next number: counted in the tenant's row, which stays locked, so that none is given twice and none left out."""
    return rules.number(session.execute(
        text("UPDATE tenants SET tickets_numbered = tickets_numbered + 1 WHERE id = :id RETURNING tickets_numbered"),
        {"id": session.tenant_id}).scalar_one())


@contextmanager
def told(session: TenantSession, ticket: Ticket) -> Iterator[None]:
    """Tell who watches the ticket, in one frame, of what is changed meanwhile: nothing where nothing is."""
    before = {name: getattr(ticket, name) for name in TOLD}
    yield
    session.flush()
    different = [name for name in TOLD if getattr(ticket, name) != before[name]]
    if different:
        now = Changed.model_validate(ticket).model_dump(mode="json")
        tell(session, ticket, "ticket.changed", {**now, "changes": different})


def tell(session: TenantSession, ticket: Ticket, type_: str, data: dict[str, Any]) -> None:
    whose = [each for each in (ticket.reporter_id, ticket.assignee_id) if each is not None]
    outbox.emit(session, topic(ticket.id), type_, data, whose=whose)


def note(ticket: Ticket, by: Any, change: str, old: Any, new: Any, comment: str | None = None) -> None:
    """One more entry of the ticket's history."""
    ticket.history = [*ticket.history, {"at": clock.text(clock.now()), "by": by, "change": change, "from": plain(old),
                                        "to": plain(new), "comment": comment}]


def plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def set_field(ticket: Ticket, by: Any, name: str, value: Any, comment: str | None = None) -> None:
    """Set a field, and note it where it is different now."""
    old = getattr(ticket, name)
    if value != old:
        setattr(ticket, name, value)
        note(ticket, by, name, old, value, comment)


def set_due(ticket: Ticket) -> None:
    """The due time begins anew, and with it the time until a warning."""
    ticket.due_at, ticket.warned_at = rules.due_at(ticket.priority, clock.now()), None


def refuse_final(ticket: Ticket) -> None:
    if ticket.status in rules.FINAL:
        raise wrong_state(ticket.status, rules.TRANSITIONS[ticket.status])


def change(session: TenantSession, ticket: Ticket, by: Person, fields: dict[str, Any]) -> None:
    """Set these fields; another priority has its due time from now on."""
    refuse_final(ticket)
    with told(session, ticket):
        is_other_priority = fields.get("priority", ticket.priority) != ticket.priority
        for name, value in fields.items():
            set_field(ticket, name_of(by), name, value)
        if is_other_priority:
            set_due(ticket)


def move(session: TenantSession, ticket: Ticket, by: Person, to: str, comment: str | None) -> None:
    """Move the ticket along its table of states; to where it is: nothing. Who takes one that is nobody's has it."""
    old = ticket.status
    if to == old:
        return
    if to not in rules.TRANSITIONS[old]:
        raise wrong_state(old, rules.TRANSITIONS[old])
    if to in rules.WITH_COMMENT and comment is None:
        raise faulty([Fault("comment", "required", "Say something about it.")])
    with told(session, ticket):
        set_field(ticket, name_of(by), "status", to, comment)
        if to == "in_progress" and ticket.assignee_id is None:
            set_field(ticket, name_of(by), "assignee_id", by.id)
        if to == "closed":
            ticket.closed_at = clock.now()
        if to == "resolved":
            ticket.resolution, ticket.resolved_at = comment, clock.now()
        if old == "resolved" and to == "open":
            ticket.resolution = ticket.resolved_at = None
    if to == "resolved" and by.id != ticket.reporter_id:
        notify(session, "ticket.resolved", [ticket.reporter_id], ticket, f"{ticket.number} is resolved")


def assign(session: TenantSession, ticket: Ticket, by: Person, person: Person) -> None:
    """Give the ticket to somebody; a new one is then open."""
    refuse_final(ticket)
    if ticket.assignee_id == person.id:
        return
    with told(session, ticket):
        set_field(ticket, name_of(by), "assignee_id", person.id)
        if ticket.status == "new":
            set_field(ticket, name_of(by), "status", "open")
    if by.id != person.id:
        notify(session, "ticket.assigned", [person.id], ticket, f"{ticket.number} is assigned to you")


def escalate(session: TenantSession, ticket: Ticket, by: Person, comment: str | None) -> None:
    """One step up by hand: priority and level, with the due time from now on."""
    refuse_final(ticket)
    priority = rules.raised(ticket.priority)
    if priority is None:
        raise Problem(409, "Already at the highest priority", "The ticket has the highest priority already.")
    with told(session, ticket):
        set_field(ticket, name_of(by), "priority", priority)
        set_due(ticket)
        raise_level(ticket, name_of(by), comment)


def raise_level(ticket: Ticket, by: Any, comment: str | None = None) -> None:
    set_field(ticket, by, "escalation_level", ticket.escalation_level + 1, comment)
    ticket.escalated_at, ticket.escalated_by = clock.now(), by


def comment_on(session: TenantSession, ticket: Ticket, by: Person, words: str) -> TicketComment:
    comment = TicketComment(ticket_id=ticket.id, text=words, by=by)
    session.add(comment)
    session.flush()
    tell(session, ticket, "ticket.commented", {"comment_id": str(comment.id), "by": name_of(by),
                                               "at": clock.text(comment.at)})
    return comment


def notify(session: TenantSession, kind: str, people: Collection[UUID], ticket: Ticket, title: str) -> None:
    """Tell people of what the ticket's present version is."""
    session.flush()
    notifications.notify(session, kind, people, title=title, body=f"{ticket.number}: {ticket.title}",
                         data={"ticket_id": str(ticket.id), "number": ticket.number},
                         event_key=f"{kind}:{ticket.id}:{ticket.version}")


def is_handler(person: Person) -> bool:
    """Whether a ticket can be given to the person."""
    return person.status in SIGNED_IN_STATUSES and may(person.role, "tickets.work", person.modules)


def handler(session: TenantSession, person_id: UUID) -> Person:
    """Whom ``person_id`` of a body names; 422 where the tenant has nobody of that id, or who cannot work on tickets."""
    person = referred(session, Person, person_id, "person_id")
    if not is_handler(person):
        raise faulty([Fault("person_id", "not_allowed", "This person does not work on tickets.")])
    return person


def described(session: TenantSession, ticket: Ticket) -> TicketAnswer:
    """The ticket as it is answered, with the version that it has after this transaction."""
    session.flush()
    return TicketAnswer.model_validate(ticket)


def open_tickets(session: TenantSession, site_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many tickets of each of these sites are neither closed nor cancelled."""
    return dict(session.execute(
        select(Ticket.site_id, func.count(Ticket.id)).where(Ticket.site_id.in_(site_ids), Ticket.status.not_in(rules.FINAL))
        .group_by(Ticket.site_id)).all())


open_at_sites["tickets"] = open_tickets
