"""Clients: who has them, and what becomes of them."""

from __future__ import annotations

from typing import Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.sales_records import SalesRecord, SalesRecords
from support.drivers.at_once import at_once

STATES = ("pending", "clear", "bad_debt")


class Clients(SalesRecords):
    """What people do with clients. Fields that a scenario does not set have valid values."""

    KIND, PATH = "client", "clients"

    def have(self, person: Person, name: str, **fields: Any) -> SalesRecord:
        """:raises Finding: when the client is refused."""
        self.try_to_add(person, name=name, **fields).require_accepted(201)
        return self.named(name)

    def of(self, person: Person) -> SalesRecord:
        """The client spoken of last, where the person sees it; else a new one."""
        found = next(reversed(self._by_name.values()), None)
        if found is None or found.tenant.id != person.tenant.id or (
                person.role == "sales" and found.record["owner_id"] != person.id):
            return self.have(person, self._world.data.full_name("Client"))
        return found

    def try_to_add(self, person: Person, **fields: Any) -> Outcome:
        """The same, whatever becomes of it."""
        name = fields.get("name", "Nord Ltd")
        valid = {"name": name, "email": self._world.data.email(str(name)[:50])}
        self._world.sent["client"] = valid | self.meant(fields)
        return self._add(person, self._world.sent["client"])

    def add_at_once(self, people: list[Person], count: int, **fields: Any) -> list[Outcome]:
        """So many clients at the same moment, by these people in turn."""
        return at_once([lambda number=number: self.try_to_add(people[number % len(people)], name=f"Client {number + 1}",
                                                              **fields) for number in range(count)])

    def try_to_add_empty(self, person: Person) -> Outcome:
        return self._add(person, {})

    def _add(self, person: Person, sent: dict[str, Any]) -> Outcome:
        outcome = self._ask(person, f"add the client {str(sent.get('name'))[:40]}", "POST", f"{V2}/clients", sent)
        if outcome.accepted:
            self.keep(outcome.record["name"], person, outcome.record)
        return outcome

    def mark_as_bad_debt(self, client: SalesRecord, person: Person) -> Outcome:
        return self.try_to_do(client, person, "bad-debt", reason="Three bills unpaid")

    def forgive(self, client: SalesRecord, person: Person) -> Outcome:
        return self._try(client, person, f"forgive {client.name}", "DELETE", "/bad-debt")

    def require_as_sent(self, client: SalesRecord, owner: Person) -> None:
        """It has all that was sent and the values of a new one, wherever it is looked at."""
        self.require_shown_as(client, {"phone": None, **self._world.sent["client"], "owner_id": owner.id, "version": 1,
                                       "status": "pending"})
