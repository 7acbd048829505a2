"""The sales dashboard: what stands in it for whom, and what has become more since it was looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

DEALS = ("open", "part_paid", "paid", "cancelled")
CLIENTS = ("pending", "clear", "bad_debt")
TOTALS = ("deal_value", "paid", "pending", "outstanding")


class SalesDashboards:
    """Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    def __init__(self, world: World):
        self._world = world
        self._noted: dict[str, dict] = {}

    def read(self, person: Person, **filters: str) -> dict:
        return self.try_to_read(person, **filters).record

    def try_to_read(self, person: Person, **filters: str) -> Outcome:
        return Outcome(person.name, "read the sales dashboard", self._world.http.ask(
            "GET", f"{V2}/sales/dashboard", token=person.access_token,
            parameters=self._world.deals.meant(filters)))

    def note(self, person: Person) -> None:
        self._noted[person.name] = self.read(person)

    def require_totals(self, person: Person, expected: list[dict[str, str]], **filters: str) -> None:
        """The totals are exactly these, one entry a currency."""
        found = self.read(person, **filters)["totals"]
        if found != expected:
            raise Finding(f"{person.name}'s dashboard should total {expected or 'nothing'}, and totals {found or 'nothing'}")

    def require_counts(self, person: Person, what: str, expected: dict[str, int], **filters: str) -> None:
        """Of the deals or clients there are so many in each state; in every other one none."""
        states = DEALS if what == "deals" else CLIENTS
        wanted = {state: expected.get(state, 0) for state in states}
        found = self.read(person, **filters)[what]
        if found != wanted:
            raise Finding(f"{person.name}'s dashboard should count the {what} {wanted}, and counts {found}")

    def require_became_paid(self, person: Person, amount: str, currency: str) -> None:
        """Since it was noted, so much of the currency went from pending to paid, and nothing else is different there."""
        before, after = (self._of(each, currency) for each in (self._noted[person.name], self.read(person)))
        found = {name: Decimal(after[name]) - Decimal(before[name]) for name in TOTALS}
        wanted = dict.fromkeys(TOTALS, Decimal(0)) | {"paid": Decimal(amount), "pending": -Decimal(amount)}
        if found != wanted:
            words = {name: str(each) for name, each in found.items()}
            raise Finding(f"in {person.name}'s dashboard {amount} {currency} should go from pending to paid, and the totals "
                          f"are different by {words}")

    def _of(self, dashboard: dict, currency: str) -> dict[str, Any]:
        nothing = dict.fromkeys(TOTALS, "0.00")
        return next((each for each in dashboard["totals"] if each["currency"] == currency), nothing)
