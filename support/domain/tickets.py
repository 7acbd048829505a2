"""Tickets: reported troubles, what people do with them, and what is then true of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.spoken import spoken_of
from support.domain.ticket_promises import TicketPromises
from support.drivers.at_once import at_once

if TYPE_CHECKING:
    from support.domain.people import Tenant
    from support.world import World

TICKETS = f"{V2}/tickets"
STATES = ("new", "open", "in_progress", "on_hold", "resolved", "closed", "cancelled")
# What people call the moves, and where each leads.
MOVES = {"take": "in_progress", "open": "open", "hold": "on_hold", "resolve": "resolved", "close": "closed",
         "reopen": "open", "cancel": "cancelled"}
# The way from new to each state, one that the platform's table allows.
WAYS = {"new": (), "open": ("open",), "in_progress": ("in_progress",), "on_hold": ("open", "on_hold"),
        "resolved": ("open", "resolved"), "closed": ("open", "resolved", "closed"), "cancelled": ("cancelled",)}
NEEDS_COMMENT = ("resolved", "closed", "cancelled")


@dataclass
class Ticket:
    """A ticket as a scenario knows it: its title, who reported it, and the record as the platform answered it last."""

    title: str
    reporter: Person
    record: dict
    noted: dict = field(default_factory=dict)  # how it was before the last attempt

    @property
    def path(self) -> str:
        return f"{TICKETS}/{self.record['id']}"


class Tickets(TicketPromises):
    """What people do with tickets, how they read them, and (in the base class) what must then be true."""

    def __init__(self, world: World):
        self._world = world
        self._by_title: dict[str, Ticket] = {}
        self._tries: dict[str, tuple[Ticket, Outcome]] = {}  # state that was asked for -> what became of it
        self._said: dict[str, list[tuple[str, str]]] = {}  # title -> (who, what)

    def ticket(self, title: str) -> Ticket:
        """The ticket of that title, from now on the one spoken of; without a title: that one."""
        return spoken_of(self._by_title, title, "ticket")

    # Reporting

    def report(self, person: Person, title: str, **more: Any) -> Ticket:
        """Report a ticket; without a priority one is not sent."""
        self.try_to_report(person, title=title, **more).require_accepted(201)
        return self.ticket(title)

    def try_to_report(self, person: Person, **sent: Any) -> Outcome:
        """Report a ticket, whatever becomes of it. ``site`` is one of the scenario's, by its name."""
        if "site" in sent:
            sent["site_id"] = self._world.sites.site(sent.pop("site")).id
        self._world.sent["ticket"] = sent
        outcome = self._ask(person, f"report {sent.get('title', 'a ticket')!r:.60}", "POST", TICKETS, sent)
        if outcome.accepted:
            title = outcome.record["title"]
            self._by_title[title] = Ticket(title, person, outcome.record)
        return outcome

    def report_at_once(self, people: list[Person], count: int) -> list[Outcome]:
        """So many tickets at the same moment, by these people in turn."""
        return at_once([lambda number=number: self.try_to_report(people[number % len(people)], title=f"Lamp {number + 1}")
                        for number in range(count)])

    def in_state(self, person: Person, title: str, state: str) -> Ticket:
        """A ticket that the person reported and brought into this state."""
        ticket = self.report(person, title)
        for each in WAYS[state]:
            self.move(ticket, person, each)
        return ticket

    # Doing

    def move(self, ticket: Ticket, person: Person, to: str, comment: str | None = None) -> None:
        """Move it to another state, with a comment where one is needed.

        :raises Finding: when that is refused.
        """
        words = comment or (f"It is {to} now." if to in NEEDS_COMMENT else None)
        self._done(ticket, self.try_to_move(ticket, person, to, words))

    def try_to_move(self, ticket: Ticket, person: Person, to: str, comment: str | None = None) -> Outcome:
        """The same, whatever becomes of it, after noting how the ticket was."""
        said = {} if comment is None else {"comment": comment}
        return self._try(ticket, person, f"move {ticket.title} to {to}", "POST", "/transition", {"to": to, **said})

    def try_every_move(self, person: Person, state: str) -> None:
        """Of one ticket for each state there is, all in ``state``: try to move it to that one, with a comment."""
        for to in STATES:
            ticket = self.in_state(person, f"Ticket to become {to}", state)
            ticket.record = self.record(ticket)
            self._tries[to] = (ticket, self.try_to_move(ticket, person, to, "It is so."))

    def assign(self, ticket: Ticket, person: Person, to: Person) -> None:
        """:raises Finding: when that is refused."""
        self._done(ticket, self.try_to_assign(ticket, person, to))

    def try_to_assign(self, ticket: Ticket, person: Person, to: Person) -> Outcome:
        return self._try(ticket, person, f"assign {ticket.title} to {to.name}", "POST", "/assign", {"person_id": to.id})

    def escalate(self, ticket: Ticket, person: Person) -> None:
        """:raises Finding: when that is refused."""
        self._done(ticket, self.try_to_escalate(ticket, person))

    def try_to_escalate(self, ticket: Ticket, person: Person) -> Outcome:
        return self._try(ticket, person, f"escalate {ticket.title}", "POST", "/escalate", None)

    def change(self, ticket: Ticket, person: Person, **fields: Any) -> None:
        """:raises Finding: when that is refused."""
        self._done(ticket, self.try_to_change(ticket, person, **fields))

    def try_to_change(self, ticket: Ticket, person: Person, **fields: Any) -> Outcome:
        return self._try(ticket, person, f"change the {' and '.join(fields)} of {ticket.title}", "PATCH", "", fields)

    def try_to_read(self, ticket: Ticket, person: Person) -> Outcome:
        return self._try(ticket, person, f"read {ticket.title}", "GET", "", None)

    def try_everything(self, ticket: Ticket, person: Person) -> list[Outcome]:
        """Read it, change it, move it, and say something on it."""
        return [self.try_to_read(ticket, person), self.try_to_change(ticket, person, title="Mine"),
                self.try_to_move(ticket, person, "open"), self.try_to_say(ticket, person, "Who has it?"),
                self._ask(person, f"read what was said on {ticket.title}", "GET", f"{ticket.path}/comments")]

    def try_all_changes(self, ticket: Ticket, person: Person) -> list[Outcome]:
        """Everything that changes it or adds to it."""
        return [self.try_to_change(ticket, person, title="Mine"), self.try_to_move(ticket, person, "open"),
                self.try_to_move(ticket, person, "cancelled", "No."), self.try_to_say(ticket, person, "Mine."),
                self.try_to_assign(ticket, person, person), self.try_to_escalate(ticket, person)]

    def say(self, ticket: Ticket, person: Person, words: str) -> None:
        """:raises Finding: when that is refused."""
        self.try_to_say(ticket, person, words).require_accepted(201)
        self._said.setdefault(ticket.title, []).append((person.name, words))

    def try_to_say(self, ticket: Ticket, person: Person, words: str) -> Outcome:
        return self._try(ticket, person, f"say something on {ticket.title}", "POST", "/comments", {"text": words})

    # From a version

    def rename_from(self, ticket: Ticket, person: Person, version: int) -> Outcome:
        """Name it after the person, from this version."""
        ticket.noted = self.record(ticket)
        return self._ask(person, f"rename {ticket.title}", "PATCH", ticket.path, {"title": f"{person.name}'s lamp"},
                         {"If-Match": f'"{version}"'})

    def rename_at_once(self, ticket: Ticket, people: list[Person], version: int) -> list[Outcome]:
        return at_once([lambda person=person: self.rename_from(ticket, person, version) for person in people])

    # Reading

    def record(self, ticket: Ticket, by: Person | None = None) -> dict:
        """The ticket as the platform shows it now, to its tenant's administrator or to somebody else."""
        person = by or self._administrator(ticket)
        return self._ask(person, f"read {ticket.title}", "GET", ticket.path).record

    def comments(self, ticket: Ticket, by: Person) -> list[dict]:
        return all_items(self._world.http, by, f"{ticket.path}/comments")

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All tickets that the person finds, in the platform's order."""
        return all_items(self._world.http, person, TICKETS, **filters)

    def try_to_find(self, person: Person, **filters: str) -> Outcome:
        """Ask for tickets, whatever becomes of it."""
        return Outcome(person.name, f"find tickets with {filters}", self._world.http.ask(
            "GET", TICKETS, token=person.access_token, parameters=filters))

    def let_become(self, person: Person, role: str) -> None:
        """The person has another role from now on, as an administrator decides.

        :raises Finding: when that is refused.
        """
        administrator = self._world.accounts.administrator(person.tenant)
        self._ask(administrator, f"let {person.name} become {role}", "PATCH", f"{V2}/people/{person.id}",
                  {"role": role}).require_accepted(200)

    def _administrator(self, ticket: Ticket) -> Person:
        return self._world.accounts.administrator(ticket.reporter.tenant)

    def _done(self, ticket: Ticket, outcome: Outcome) -> None:
        ticket.record = outcome.record

    def _try(self, ticket: Ticket, person: Person, words: str, method: str, verb: str, body: Any) -> Outcome:
        ticket.noted = self.record(ticket)
        return self._ask(person, words, method, f"{ticket.path}{verb}", body)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None,
             headers: dict[str, str] | None = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body,
                                                                headers=headers))

    def _name_of(self, tenant: Tenant, person_id: str | None) -> str:
        """What the scenario calls a person; "nobody" where there is none."""
        if person_id is None:
            return "nobody"
        known = [*self._world.people.values(), tenant.administrator]
        return next((each.name for each in known if each and each.id == person_id), "a stranger")
