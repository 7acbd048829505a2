"""Deals: what is sold to whom, and what of it is paid."""

from __future__ import annotations

from typing import Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.sales_records import SalesRecord, SalesRecords
from support.drivers.at_once import at_once
from support.findings import Finding

# What a deal in each state can become: the project's own copy of the domain's table.
STATES = {"open": ("part_paid", "paid", "cancelled"), "part_paid": ("open", "paid"), "paid": ("open", "part_paid"),
          "cancelled": ()}


class Deals(SalesRecords):
    """What people do with deals. Fields that a scenario does not set have valid values."""

    KIND, PATH = "deal", "deals"

    def have(self, person: Person, name: str, **fields: Any) -> SalesRecord:
        """:raises Finding: when the deal is refused."""
        self.try_to_make(person, name=name, **fields).require_accepted(201)
        return self.named(name)

    def try_to_make(self, person: Person, **fields: Any) -> Outcome:
        """The same, whatever becomes of it. ``client`` is one of the scenario's, else the last, else a new one."""
        clients = self._world.clients
        client = clients.named(fields.pop("client")) if "client" in fields else (
            None if "client_id" in fields else clients.of(person))
        valid = {"name": "Lifts for Dock 4", "value": "1000.00", "currency": "USD", "payment_method": "bank",
                 "source": "referral", **({"client_id": client.id} if client else {})}
        self._world.sent["deal"] = valid | self.meant(fields)
        return self._make(person, self._world.sent["deal"])

    def try_to_make_empty(self, person: Person) -> Outcome:
        return self._make(person, {})

    def make_at_once(self, people: list[Person], count: int, value: str) -> list[Outcome]:
        """So many deals at the same moment, by these people in turn."""
        clients = {person.name: self._world.clients.have(person, f"Client of {person.name}").id for person in people}
        whose = [people[number % len(people)] for number in range(count)]
        return at_once([lambda number=number, person=person: self.try_to_make(
            person, name=f"Deal {number + 1}", value=value, client_id=clients[person.name])
            for number, person in enumerate(whose)])

    def _make(self, person: Person, sent: dict[str, Any]) -> Outcome:
        outcome = self._ask(person, f"make the deal {str(sent.get('name'))[:40]}", "POST", f"{V2}/deals", sent)
        if outcome.accepted:
            self.keep(outcome.record["name"], person, outcome.record)
        return outcome

    def cancel(self, deal: SalesRecord, person: Person) -> Outcome:
        return self.try_to_do(deal, person, "cancel", reason="They bought elsewhere")

    def require_as_sent(self, deal: SalesRecord, owner: Person) -> None:
        """It has all that was sent and the values of a new one, wherever it is looked at."""
        sent = self._world.sent["deal"]
        self.require_shown_as(deal, {
            "due_date": None, "deal_date": deal.record["created_at"][:10], **sent, "owner_id": owner.id, "version": 1,
            "status": "open", "cancel_reason": None, "paid_total": "0.00", "pending_total": "0.00",
            "outstanding": sent["value"], "progress": "0.00"})

    def require_money(self, deal: SalesRecord, paid: str, pending: str, outstanding: str, **more: str) -> None:
        self.require(deal, paid_total=paid, pending_total=pending, outstanding=outstanding, **more)

    def require_activity(self, deal: SalesRecord, person: Person, deeds: list[str]) -> None:
        """The person finds exactly these deeds on it, oldest first."""
        found = [(each["action"], each["object_id"]) for each in self._below(deal, person, "activity")]
        if found != [(deed, deal.id) for deed in deeds]:
            raise Finding(f"{person.name} should find as activity of {deal.name} {deeds}, and finds "
                          f"{[action for action, _ in found]}")

    def require_payments(self, deal: SalesRecord, person: Person, amounts: list[str]) -> None:
        """The person finds on it exactly payments of these amounts, newest first; each is as it shows by itself."""
        found = self._below(deal, person, "payments")
        if [each["amount"] for each in found] != amounts:
            raise Finding(f"{person.name} should find on {deal.name} payments of {amounts}, and finds "
                          f"{[each['amount'] for each in found]}")
        for each in found:
            alone = self._ask(person, "read a payment", "GET", f"{V2}/payments/{each['id']}").record
            if different := differences(alone, each):
                raise Finding(f"the payment {each['number']} should be listed as it shows by itself: {different}")

    def try_to_read_below(self, deal: SalesRecord, person: Person) -> list[Outcome]:
        """Its payments and its activity."""
        return [self._ask(person, f"read the {part} of {deal.name}", "GET", f"{deal.path}/{part}")
                for part in ("payments", "activity")]

    def _below(self, deal: SalesRecord, person: Person, part: str) -> list[dict]:
        return all_items(self._world.http, person, f"{deal.path}/{part}")
