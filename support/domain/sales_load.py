"""How long sales take: many of them, or each thing by itself."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class SalesLoad:
    """Does things and keeps how long they took, in seconds. Each ``require`` raises a Finding when that was too long."""

    def __init__(self, world: World):
        self._world = world
        self._took: list[float] = []  # each thing that the last sentence did
        self._before: list[float] = []  # and the one before that
        self._found: list[dict] = []

    # Doing

    def sell(self, person: Person, times: int, value: str) -> None:
        """So many clients, each with a deal and a payment."""
        self._measure([lambda: self._world.sales_story.sell(person, value) for _ in range(times)])

    def read_totals(self, person: Person) -> None:
        """The dashboard, the clients and the payments of today, in one request each."""
        today = self._world.deals.day()
        asks = (("sales/dashboard", {}), ("clients", {"limit": 1}),
                ("payments", {"paid_on_from": today, "paid_on_to": today, "limit": 1}))
        self._found = [outcome.record for outcome in
                       self._measure([lambda ask=ask: self._read(person, *ask) for ask in asks])]

    def do_each_thing(self, person: Person) -> None:
        """Make, read, change, list and delete a client and a deal."""
        clients, deals = self._world.clients, self._world.deals
        client = deal = None

        def make_client() -> None:
            nonlocal client
            client = clients.have(person, "Nord Ltd")

        def make_deal() -> None:
            nonlocal deal
            deal = deals.have(person, "Lifts", client="Nord Ltd")

        def ask(method: str, which: Callable[[], Any], **sent: str) -> Callable[[], None]:
            return lambda: self._ask(person, method, which().path, sent or None).require_accepted()

        self._measure([
            make_client, ask("GET", lambda: client), ask("PATCH", lambda: client, name="Nord"),
            lambda: self._read(person, "clients"), make_deal, ask("GET", lambda: deal),
            ask("PATCH", lambda: deal, name="Doors"), lambda: self._read(person, "deals"), ask("DELETE", lambda: deal),
            ask("DELETE", lambda: client)])

    def add_clients(self, person: Person, count: int) -> None:
        have = self._world.clients.have
        self._measure([lambda number=number: have(person, f"Client {number}") for number in range(count)])

    def make_pair(self, person: Person) -> None:
        """A client, and a deal with it."""
        self._measure([lambda: self._world.clients.have(person, "Nord Ltd"),
                       lambda: self._world.deals.have(person, "Lifts", client="Nord Ltd")])

    def pay_pair(self, person: Person, verifier: Person) -> None:
        """A payment on the deal, and its verification."""
        deal = self._world.deals.named()
        sent = {"amount": "100.00", "paid_on": self._world.deals.day(), "method": "bank"}
        payment: list[Outcome] = []

        def verify() -> None:
            path = f"{V2}/payments/{payment[0].record['id']}/verify"
            self._ask(verifier, "POST", path, {"verified_amount": "100.00"}).require_accepted(200)

        self._measure([lambda: payment.append(self._ask(person, "POST", f"{deal.path}/payments", sent)), verify])

    def list_deals(self, person: Person, size: int, times: int) -> None:
        """A page of so many deals, so many times.

        :raises Finding: when one has fewer.
        """
        pages = self._measure([lambda: self._read(person, "deals", {"limit": size})] * times)
        if {len(page.record["items"]) for page in pages} != {size}:
            raise Finding(f"each page should show {size} deals, and they show {[len(p.record['items']) for p in pages]}")

    def make_deals(self, sellers: list[Person], count: int) -> None:
        """So many deals, by these people at the same time, each with a client of their own."""
        def make(person: Person, number: int) -> None:
            client = self._world.clients.try_to_add(person, name=f"Client of {person.name}").record["id"]
            for each in range(count // len(sellers) + (number < count % len(sellers))):
                self._world.deals.try_to_make(person, name=f"Deal {each}", client_id=client).require_accepted(201)

        at_once([lambda person=person, number=number: make(person, number) for number, person in enumerate(sellers)])

    def _read(self, person: Person, path: str, parameters: dict[str, Any] | None = None) -> Outcome:
        return Outcome(person.name, f"read {path}", self._world.http.ask(
            "GET", f"{V2}/{path}", token=person.access_token, parameters=parameters or {}))

    def _ask(self, person: Person, method: str, path: str, body: Any) -> Outcome:
        return Outcome(person.name, f"{method} {path}", self._world.http.ask(
            method, path, token=person.access_token, json_body=body))

    def _measure(self, things: list[Callable[[], Any]]) -> list[Any]:
        self._before, self._took, done = self._took, [], []
        for thing in things:
            started = perf_counter()
            done.append(thing())
            self._took.append(perf_counter() - started)
        return done

    # What must be true

    def require_together(self, seconds: float) -> None:
        self._require(sum(self._took), seconds, "all of it together")

    def require_each(self, seconds: float) -> None:
        self._require(max(self._took), seconds, "the slowest of it")

    def require_on_average(self, seconds: float) -> None:
        self._require(sum(self._took) / len(self._took), seconds, "each of it on average")

    def require_no_longer_than_before(self, times: int) -> None:
        """The middle one of what was done took at most so many times as long as the middle one of what was done before."""
        now, before = (sorted(took)[len(took) // 2] for took in (self._took, self._before))
        self._require(now, times * before, f"the middle one of it, {times} times as long as the middle one before,")

    def require_found(self, value: str, currency: str, clients: int, payments: int) -> None:
        totals, *lists = self._found
        seen = ([(each["currency"], each["deal_value"]) for each in totals["totals"]], [each["total"] for each in lists])
        if seen != ([(currency, value)], [clients, payments]):
            raise Finding(f"there should be deals of {value} {currency}, {clients} clients and {payments} payments of "
                          f"today, and found are {seen}")

    def _require(self, took: float, most: float, what: str) -> None:
        if took > most:
            raise Finding(f"{what} should take {most:.3f} s at the most, and took {took:.3f} s")
