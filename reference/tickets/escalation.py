"""What time does to tickets: those that nobody takes go up a level, and somebody is warned before they are due.

Each run first looks, then locks what it will change and looks again: of two at once one finds nothing to do.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from reference.accounts.records import Person
from reference.core import audit, clock
from reference.core.database import TenantSession
from reference.notifications.service import everybody
from reference.tenancy.records import Site
from reference.tickets import rules
from reference.tickets.changes import SYSTEM, is_handler, notify, raise_level, told
from reference.tickets.records import EscalationRule, Ticket

Levels = dict[int, EscalationRule]


def escalate_due(session: TenantSession) -> None:
    """Raise each ticket whose time has come by one level."""
    levels = levels_by_category(session)
    moment = clock.now()
    query = select(Ticket).where(Ticket.status.in_(rules.WAITING)).order_by(Ticket.id)
    for seen in session.scalars(query).all():
        if is_due(seen, levels_of(seen, levels), moment):
            ticket = lock_as_seen(session, seen.id, seen.escalation_level)
            if ticket is not None and is_due(ticket, levels_of(ticket, levels), moment):
                escalate(session, ticket, whom(session, ticket, levels_of(ticket, levels)))


def levels_by_category(session: TenantSession) -> dict[str, Levels]:
    found: dict[str, Levels] = {}
    for rule in session.scalars(select(EscalationRule)):
        found.setdefault(rule.category, {})[rule.level] = rule
    return found


def levels_of(ticket: Ticket, levels: dict[str, Levels]) -> Levels:
    return levels.get(ticket.category, {}) if ticket.category is not None else {}


def is_due(ticket: Ticket, levels: Levels, moment: datetime) -> bool:
    times = {level: rules.after(rule.unit, rule.value) for level, rule in levels.items()}
    return rules.is_to_escalate(ticket.escalation_level, ticket.created_at, ticket.due_at, times, moment)


def lock_as_seen(session: TenantSession, ticket_id: UUID, level: int) -> Ticket | None:
    """The ticket, locked; None where it is not what it was any more: another run or a person was there before."""
    return session.scalar(
        select(Ticket).where(Ticket.id == ticket_id, Ticket.escalation_level == level, Ticket.status.in_(rules.WAITING))
        .with_for_update().execution_options(populate_existing=True))


def whom(session: TenantSession, ticket: Ticket, levels: Levels) -> Person | None:
    """To whom the ticket goes: its rule's person, or where its category has none its site's lead; None where that is
    nobody who works on tickets."""
    if levels:
        person_id = levels[ticket.escalation_level + 1].person_id
    else:
        person_id = session.scalar(select(Site.lead_id).where(Site.id == ticket.site_id))
    person = session.get(Person, person_id) if person_id is not None else None
    return person if person is not None and is_handler(person) else None


def escalate(session: TenantSession, ticket: Ticket, to: Person | None) -> None:
    """One level up, to this person; to nobody: the assignee stays, and the supervisors are told. The priority stays."""
    with told(session, ticket):
        raise_level(ticket, SYSTEM)
        if to is not None:
            ticket.assignee_id = to.id
        audit.by_time(session, ticket)
    people = [to.id] if to is not None else everybody(session, "supervisor")
    notify(session, "ticket.escalated", people, ticket, f"Escalation Level {ticket.escalation_level}")


def warn_due(session: TenantSession) -> None:
    """Warn of each ticket of whose time three quarters have passed: whoever has it, else the supervisors. Once."""
    moment = clock.now()
    unwarned = (Ticket.status.in_(rules.UNFINISHED), Ticket.warned_at.is_(None))
    for seen in session.scalars(select(Ticket).where(*unwarned).order_by(Ticket.id)).all():
        if moment < rules.warning_at(seen.priority, seen.due_at):
            continue
        ticket = session.scalar(select(Ticket).where(Ticket.id == seen.id, Ticket.due_at == seen.due_at, *unwarned)
                                .with_for_update().execution_options(populate_existing=True))
        if ticket is not None:
            warn(session, ticket)


def warn(session: TenantSession, ticket: Ticket) -> None:
    with told(session, ticket):
        ticket.warned_at = clock.now()
    people = [ticket.assignee_id] if ticket.assignee_id is not None else everybody(session, "supervisor")
    notify(session, "ticket.sla_warning", people, ticket, f"{ticket.number} will soon be due")
