"""Sales as a whole: from a client to a commission, by one person or by several at the same moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.sales_records import SalesRecord
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

WALK = ("clients", "deals", "payments")


@dataclass(frozen=True)
class Sale:
    """One person's walk from a client to a payment: what was sent, and each answer."""

    person: Person
    client: Outcome
    deal: Outcome
    payment: Outcome

    @property
    def outcomes(self) -> list[Outcome]:
        return [self.client, self.deal, self.payment]


class SalesStory:
    """Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    def __init__(self, world: World):
        self._world = world
        self.sellers: list[Person] = []
        self._sales: list[Sale] = []
        self._read_back: dict[str, tuple[Outcome, Outcome]] = {}  # of each kind: the record alone, and the list

    # Selling

    def have_sellers(self, tenant: Tenant, count: int) -> None:
        self.sellers = [self._world.accounts.person(f"Seller{number}", "sales", tenant) for number in range(1, count + 1)]

    def sell_at_once(self, value: str) -> list[Outcome]:
        """Each of them adds a client, makes a deal of this value and records a payment of it, all at the same moment."""
        self._sales = at_once([lambda person=person: self.sell(person, value) for person in self.sellers])
        return [outcome for sale in self._sales for outcome in sale.outcomes]

    def sell(self, person: Person, value: str) -> Sale:
        """A client, a deal with it and a payment on that.

        :raises Finding: when something of it is refused.
        """
        world = self._world
        client = world.clients.try_to_add(person, name=f"Client of {person.name}")
        deal = world.deals.try_to_make(person, name=f"Deal of {person.name}", value=value, client_id=client.record["id"])
        kept = SalesRecord(deal.record["name"], person.tenant, f"{V2}/deals/{deal.record['id']}", deal.record)
        return Sale(person, client, deal, world.payments.try_to_record(kept, person, amount=value))

    def walk(self, person: Person, value: str) -> None:
        """The same by one person, who then reads each of the three and the lists of them."""
        sale = self.sell(person, value)
        self._sales = [sale]
        for name, outcome in zip(WALK, sale.outcomes, strict=True):
            alone = self._read(person, f"{V2}/{name}/{outcome.record['id']}")
            self._read_back[name] = (alone, self._read(person, f"{V2}/{name}"))

    def _read(self, person: Person, path: str) -> Outcome:
        return Outcome(person.name, f"read {path}", self._world.http.ask("GET", path, token=person.access_token))

    # Reading

    def look_at_everything(self, person: Person) -> list[Outcome]:
        """Every list, the dashboard, a preview, each record of sales, and what belongs to a deal."""
        world = self._world
        lists = [f"{V2}/{name}" for name in ("clients", "deals", "payments", "invoices", "commissions")]
        records = [f"{path}/{each['id']}" for path in lists for each in all_items(world.http, person, path)]
        below = [f"{path}/{part}" for path in records if "/deals/" in path for part in ("payments", "activity")]
        looked = [self._read(person, path) for path in (*lists, *records, *below, f"{V2}/sales/dashboard")]
        return [*looked, world.commissions.preview(person)]

    # What must be true

    def require_none_mixed_up(self, tenant: Tenant, clients: int, deals: int, payments: int) -> None:
        """The tenant has exactly so many, and all that was sold is among them, each with what belongs to it."""
        wanted = {"clients": clients, "deals": deals, "payments": payments}
        administrator = self._world.accounts.administrator(tenant)
        found = {name: {each["id"]: each for each in all_items(self._world.http, administrator, f"{V2}/{name}")}
                 for name in ("clients", "deals", "payments")}
        for name, records in found.items():
            if len(records) != wanted[name]:
                raise Finding(f"there should be {wanted[name]} {name}, and there are {len(records)}")
        for sale in self._sales:
            client, deal, payment = (outcome.record for outcome in sale.outcomes)
            expected = {"client": (client, found["clients"], {"owner_id": sale.person.id}),
                        "deal": (deal, found["deals"], {"owner_id": sale.person.id, "client_id": client["id"],
                                                        "pending_total": payment["amount"], "outstanding": "0.00"}),
                        "payment": (payment, found["payments"], {"deal_id": deal["id"], "amount": deal["value"]})}
            for kind, (record, records, links) in expected.items():
                if different := differences(links, records.get(record["id"], {})):
                    raise Finding(f"the {kind} of {sale.person.name} {different}")

    def require_read_back(self) -> None:
        """Everything of the walk is read back as it was sent, one by one and in the lists, to who made it."""
        sent = self._world.sent
        sale = self._sales[0]
        links = {"clients": {**sent["client"], "owner_id": sale.person.id},
                 "deals": {**sent["deal"], "client_id": sale.client.record["id"]},
                 "payments": {**sent["payment"], "deal_id": sale.deal.record["id"]}}
        for name, outcome in zip(WALK, sale.outcomes, strict=True):
            alone, found = (each.record for each in self._read_back[name])
            listed = next((each for each in found["items"] if each["id"] == outcome.record["id"]), {})
            for where, seen in (("answered", outcome.record), ("read", alone), ("listed", listed)):
                if different := differences(links[name], seen):
                    raise Finding(f"of the {name}, as {where}, {different}")

    def require_quick(self, seconds: float) -> None:
        """Each request of the walk, writing and reading, was answered in this time.

        :raises Finding: naming the slowest.
        """
        walked = [*self._sales[0].outcomes, *(each for pair in self._read_back.values() for each in pair)]
        slowest = max(walked, key=lambda outcome: outcome.answer.milliseconds)
        if slowest.answer.milliseconds > 1000 * seconds:
            raise Finding(f"to {slowest.what} should take {seconds} s at the most, and took "
                          f"{slowest.answer.milliseconds / 1000:.2f} s")

    def require_chain(self, client: SalesRecord, whose: Person) -> None:
        """Client, deal, payment, invoice, verification and commission: each names the next, and is found from it."""
        world = self._world
        deal, payment, commission = world.deals.named(), world.payments.named(), world.commissions.named(whose.name)
        shown = {"deal": world.deals.shown(deal), "payment": world.payments.shown(payment),
                 "commission": world.commissions.shown(commission)}
        invoice = world.payments.invoice(payment)
        verifier = next(each for each in world.people.values() if each.role == "verifier")
        expected = {
            "the deal names its client": (shown["deal"]["client_id"], client.id),
            "the client leads to the deal": (self._ids(client, "deals", client_id=client.id), [deal.id]),
            "the payment names its deal": (shown["payment"]["deal_id"], deal.id),
            "the deal leads to the payment": (self._ids(client, f"deals/{deal.id}/payments"), [payment.id]),
            "the invoice names its payment, deal and client": (
                [invoice["payment_id"], invoice["deal_id"], invoice["client_id"]], [payment.id, deal.id, client.id]),
            "the payment names its invoice": (shown["payment"]["invoice"]["id"], invoice["id"]),
            "the verification names who verified": (shown["payment"]["decided_by"]["id"], verifier.id),
            "the commission names whose it is": (shown["commission"]["person_id"], whose.id),
            "the deal's owner leads to the commission": (
                self._ids(client, "commissions", person_id=shown["deal"]["owner_id"]), [commission.id])}
        broken = [f"{words}: {seen}, not {wanted}" for words, (seen, wanted) in expected.items() if seen != wanted]
        if broken:
            raise Finding("; ".join(broken))

    def _ids(self, record: SalesRecord, path: str, **filters: str) -> list[str]:
        administrator = self._world.accounts.administrator(record.tenant)
        return [each["id"] for each in all_items(self._world.http, administrator, f"{V2}/{path}", **filters)]

    def require_verification_told(self, payment: SalesRecord, amount: str) -> None:
        """The trail tells of the payment's verification with this amount."""
        event = self._world.audit.event_of(payment.tenant, "payment.verify")
        changes = {each["field"]: (each["before"], each["after"]) for each in event["changes"]}
        expected = {"status": ("pending", "verified"), "verified_amount": (None, amount)}
        if event["object_id"] != payment.id or (different := differences(expected, changes)):
            raise Finding(f"the trail should tell of the verification of {payment.name}: {different or event['object_id']}")
