"""What must be true of tickets."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.tickets import Ticket
    from support.world import World

AT_THE_SAME_TIME = timedelta(seconds=1)  # two moments of one change, as the platform states them
SYSTEM = "system"


class TicketPromises:
    """Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    _world: World
    _by_title: dict[str, Ticket]
    _tries: dict[str, tuple[Ticket, Outcome]]
    _said: dict[str, list[tuple[str, str]]]

    # How it stands

    def require(self, ticket: Ticket, **expected: Any) -> None:
        """The ticket has these values now. ``assignee`` is a name, "nobody" for none."""
        record = self.record(ticket)
        tenant = ticket.reporter.tenant
        seen = {**record, "assignee": self._name_of(tenant, record["assignee_id"])}
        different = differences(expected, seen)
        if different:
            raise Finding(f"of {ticket.title} {different}")

    def require_unchanged(self, ticket: Ticket) -> None:
        """It is as it was before the last attempt, to the last value, and nothing was said on it."""
        self._require_same(ticket, ticket.noted)
        comments = len(self.comments(ticket, self._administrator(ticket)))
        if comments != len(self._said.get(ticket.title, [])):
            raise Finding(f"nobody should have said anything on {ticket.title}, and {comments} comments are there")

    def _require_same(self, ticket: Ticket, before: dict) -> None:
        different = differences(before, self.record(ticket))
        if different:
            raise Finding(f"nothing about {ticket.title} should have changed: {different}")

    def require_as_left(self, ticket: Ticket, outcomes: list[Outcome]) -> None:
        """It is as the one change that was accepted left it."""
        self._require_same(ticket, next(outcome for outcome in outcomes if outcome.accepted).record)

    def require_history(self, ticket: Ticket, expected: list[dict[str, str]]) -> None:
        """Its history is exactly this, oldest first: who, what, from, to, saying."""
        record, tenant = self.record(ticket), ticket.reporter.tenant
        found = [self._entry(tenant, entry) for entry in record["history"]]
        if found != expected:
            raise Finding(f"the history of {ticket.title} should be\n  {_lines(expected)}\nand is\n  {_lines(found)}")
        times = [moment(entry["at"]) for entry in record["history"]]
        if times != sorted(times) or times[0] - moment(record["created_at"]) > AT_THE_SAME_TIME:
            raise Finding(f"the history of {ticket.title} should begin with its creation and be in order, and is at {times}")

    def _entry(self, tenant: Any, entry: dict) -> dict[str, str]:
        def words(value: Any) -> str:
            if entry["change"] == "assignee_id":
                return self._name_of(tenant, value)
            return "" if value is None else str(value)

        who = SYSTEM if entry["by"] == SYSTEM else self._name_of(tenant, entry["by"]["id"])
        return {"who": who, "what": entry["change"].removesuffix("_id"), "from": words(entry["from"]),
                "to": words(entry["to"]), "saying": entry["comment"] or ""}

    def require_entries(self, ticket: Ticket, change: str, count: int) -> None:
        """So many entries of its history are about this field."""
        found = [each for each in self.record(ticket)["history"] if each["change"] == change]
        if len(found) != count:
            raise Finding(f"the history of {ticket.title} should have {count} entries about its {change}, and has {found}")

    def require_said(self, ticket: Ticket, person: Person) -> None:
        """Whoever may read it finds what was said on it: exactly that, the newest first."""
        found = [(self._name_of(person.tenant, each["by"]["id"]), each["text"]) for each in self.comments(ticket, person)]
        expected = list(reversed(self._said.get(ticket.title, [])))
        if found != expected:
            raise Finding(f"on {ticket.title} should be said {expected}, and {person.name} finds {found}")

    # Being reported

    def require_as_reported(self, ticket: Ticket, number: str, state: str) -> None:
        """It has this number and state and all that was sent, is its reporter's, and nobody has done anything with it."""
        sent = self._world.sent["ticket"]
        expected = {"description": "", "category": None, "priority": "P2", "site_id": None} | sent | {
            "number": number, "status": state, "reporter_id": ticket.reporter.id, "assignee_id": None, "overdue": False,
            "escalation_level": 0, "escalated_at": None, "escalated_by": None, "resolution": None, "resolved_at": None,
            "closed_at": None, "warned_at": None, "version": 1}
        for where, record in (("answered", ticket.record), ("read", self.record(ticket))):
            different = differences(expected, record)
            if different:
                raise Finding(f"{ticket.title}, as {where}: {different}")

    def require_numbers(self, person: Person, expected: list[str]) -> None:
        """The tickets that the person finds have exactly these numbers."""
        found = sorted(record["number"] for record in self.listed(person))
        if found != sorted(expected):
            raise Finding(f"{person.name}'s tickets should be numbered {', '.join(sorted(expected))}, "
                          f"and are numbered {', '.join(found) or 'not at all'}")

    def require_found(self, person: Person, titles: list[str], **filters: Any) -> None:
        """The person finds exactly these tickets, in this order."""
        found = [record["title"] for record in self.listed(person, **filters)]
        if found != titles:
            asked = f" with {filters}" if filters else ""
            raise Finding(f"{person.name} should find the tickets {titles}{asked}, and finds {found}")

    # Due times

    def require_due_after_creation(self, ticket: Ticket, hours: int) -> None:
        record = self.record(ticket)
        self._require_due(ticket, record, record["created_at"], hours)

    def require_due_after_change(self, ticket: Ticket, hours: int) -> None:
        """Counted from the last change of its priority or level, as its history tells it."""
        record = self.record(ticket)
        changes = [each for each in record["history"] if each["change"] in ("priority", "escalation_level")]
        if not changes:
            raise Finding(f"the history of {ticket.title} should tell of a change of its priority, and does not")
        self._require_due(ticket, record, changes[-1]["at"], hours)

    def _require_due(self, ticket: Ticket, record: dict, since: str, hours: int) -> None:
        expected = moment(since) + timedelta(hours=hours)
        if abs(moment(record["due_at"]) - expected) > AT_THE_SAME_TIME:
            raise Finding(f"{ticket.title} ({record['priority']}) should be due {hours} hours after {since}, at "
                          f"{expected}, and is due at {record['due_at']}")

    def require_overdue(self, ticket: Ticket, is_overdue: bool) -> None:
        """The ticket itself says so, and so does the list: it is among those that are, or among those that are not."""
        self.require(ticket, overdue=is_overdue)
        administrator = self._administrator(ticket)
        for asked in (True, False):
            listed = {record["id"]: record["overdue"] for record in self.listed(administrator, overdue=str(asked).lower())}
            if (ticket.record["id"] in listed) != (asked == is_overdue) or set(listed.values()) - {asked}:
                raise Finding(f"{ticket.title} should be {'' if is_overdue else 'not '}overdue, and the list of those that "
                              f"are{'' if asked else ' not'} says otherwise")

    # Escalation

    def require_level(self, ticket: Ticket, level: int, assignee: str) -> None:
        """It went to this level by itself, and to this person; all that says so was changed together."""
        record = self.record(ticket)
        self.require(ticket, escalation_level=level, escalated_by=SYSTEM, assignee=assignee)
        entries = [each for each in record["history"] if each["change"] == "escalation_level"]
        steps = [(each["from"], each["to"], each["by"]) for each in entries]
        if steps[-1:] != [(level - 1, level, SYSTEM)] or len(steps) != level:
            raise Finding(f"the history of {ticket.title} should tell of {level} escalations, the last one by the system "
                          f"from {level - 1} to {level}, and tells of {steps}")
        at, told_at = record["escalated_at"], entries[-1]["at"]
        if at is None or abs(moment(at) - moment(told_at)) > AT_THE_SAME_TIME:
            raise Finding(f"{ticket.title} should have been escalated at {told_at}, and says {at}")

    def require_not_escalated(self, ticket: Ticket) -> None:
        """Neither a level nor a time of an escalation nor an entry of its history is there."""
        self.require(ticket, escalation_level=0, escalated_at=None, escalated_by=None)
        self.require_entries(ticket, "escalation_level", 0)

    def require_never_escalated(self, ticket: Ticket) -> None:
        """The same of a ticket that nobody had: nobody has it."""
        self.require_not_escalated(ticket)
        self.require(ticket, assignee="nobody")

    def require_priority_and_level(self, ticket: Ticket, priority: str, level: int) -> None:
        self.require(ticket, priority=priority, escalation_level=level)

    # All moves

    def require_moves(self, state: str, possible: list[str]) -> None:
        """Exactly the moves to these states were made, and each ticket is then so; the others were refused with just these
        as possible, and left everything as it was. To the state where it was: accepted, and nothing is different."""
        for to, (ticket, outcome) in self._tries.items():
            if to == state:
                outcome.require_accepted(200)
                self._require_same(ticket, ticket.noted)
            elif to in possible:
                outcome.require_accepted(200)
                self.require(ticket, status=to, version=ticket.noted["version"] + 1)
            else:
                outcome.require_refused_from(state, possible)
                self._require_same(ticket, ticket.noted)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _lines(entries: list[dict[str, str]]) -> str:
    return "\n  ".join(" | ".join(entry.values()) for entry in entries) or "empty"
