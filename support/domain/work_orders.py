"""Work orders: what is to be done where and by whom, who agrees, and what is then true of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain import work_order_words as words
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.spoken import spoken_of
from support.domain.work_order_promises import WorkOrderPromises
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

PATH = f"{V2}/work-orders"


@dataclass
class WorkOrder:
    """A work order as a scenario knows it: its title, whose it is, and how the platform answered it last."""

    title: str
    author: Person
    id: str = ""
    sent: dict = field(default_factory=dict)
    answered: dict = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{PATH}/{self.id}"

    @property
    def reader(self) -> Person:
        """Who may always look at it."""
        return self.author.tenant.administrator


class WorkOrders(WorkOrderPromises):
    """What people do with work orders, and (in the base class) what must then be true."""

    def __init__(self, world: World):
        self._world = world
        self._by_title: dict[str, WorkOrder] = {}
        self._sites: dict[str, str] = {}  # slug -> the id of the site of orders of which nobody said where

    def order(self, title: str = "") -> WorkOrder:
        """The order of that title; without one that which was spoken of last."""
        return spoken_of(self._by_title, title, "order")

    def of_vendor(self, vendor: Person) -> WorkOrder:
        """The order that this vendor was to do first."""
        return next(order for order in self._by_title.values()
                    if order.sent.get("vendor", {}).get("email") == vendor.email)

    # Drafts

    def draft(self, title: str, author: Person, **fields: Any) -> WorkOrder:
        """A draft of all that is needed to submit it, and of these fields."""
        outcome = self.try_to_draft(title, author, **fields)
        outcome.require_accepted(201)
        return self.order(title)

    def try_to_draft(self, title: str, author: Person, **fields: Any) -> Outcome:
        """The same, whatever becomes of it. A field that is None is left out, and so is the one ``without`` which it is."""
        left_out = fields.pop("without", None)
        sent = {"title": title, **self._usual(author.tenant), **fields}
        sent = {name: value for name, value in sent.items() if value is not None and name != left_out}
        outcome = self._ask(author, f"draft the order {title}", "POST", PATH, sent)
        if outcome.accepted:
            self._by_title[title] = WorkOrder(title, author, outcome.record["id"], sent, outcome.record)
        return outcome

    def try_to_draft_due(self, title: str, author: Person, seconds: int) -> Outcome:
        """One that is due so many seconds after its planned start."""
        start = datetime.fromisoformat(self._usual(author.tenant)["planned_start"])
        return self.try_to_draft(title, author, due_at=(start + timedelta(seconds=seconds)).isoformat())

    def _usual(self, tenant: Tenant) -> dict[str, Any]:
        """A site and times: what a submission needs."""
        if tenant.slug not in self._sites:
            self._sites[tenant.slug] = self._world.sites.have(tenant, f"Landing stage of {tenant.name}", "LS").id
        today = datetime.now(UTC).replace(microsecond=0)
        return {"site_id": self._sites[tenant.slug], "planned_start": (today + timedelta(days=30)).isoformat(),
                "due_at": (today + timedelta(days=33)).isoformat()}

    def fields(self, given: dict[str, str], tenant: Tenant) -> dict[str, Any]:
        """What a table says of an order, as it is sent; people are named. "nothing" leaves a field out."""
        return dict(self._field(name, value, tenant) for name, value in given.items())

    def _field(self, name: str, value: str, tenant: Tenant) -> tuple[str, Any]:
        if name in ("approvers", "verifiers"):
            return name, [self._world.people[each].id for each in value.split(", ")]
        if name == "assignee":
            return "assignee_id", self._world.people[value].id
        if name == "vendor":
            return name, self._world.vendors.described(value, tenant)
        if name == "site":
            return "site_id", self._world.sites.site(value).id
        if name == "checklist":
            return "line_items", words.items(value)
        return {"permit": "permit_type"}.get(name, name), None if value == "nothing" else value

    def in_state(self, title: str, author: Person, state: str, verifier: Person | None = None, vendor: str | None = None,
                 **fields: Any) -> WorkOrder:
        """An order of this author's that was brought into this state, decided and done by the tenant's administrator.

        ``verifier``: it has a permit, which this person verifies. ``vendor``: who does it, and got the link on the way.
        """
        if vendor is not None:
            fields["vendor"] = self._world.vendors.described(vendor, author.tenant)
        if verifier is not None:
            fields |= {"permit_type": "hot", "verifiers": [verifier.id]}
        if "vendor" not in fields and "assignee_id" not in fields:
            fields["assignee_id"] = self._worker(author.tenant).id
        order = self.draft(title, author, **fields)
        for verb, who in words.WAY[state]:
            self.do(verb, order, author if who == "author" else order.reader)
            if verb == "submit" and verifier is not None:
                self.do("verify", order, verifier)
            if verb == "approve" and vendor is not None:
                self._world.vendors.await_link(vendor)
        return order

    def _worker(self, tenant: Tenant) -> Person:
        """Somebody who does the work where the scenario does not say who."""
        name = f"somebody who works at {tenant.name}"
        return self._world.people.get(name) or self._world.accounts.person(name, "worker", tenant)

    # What is done with them

    def do(self, verb: str, order: WorkOrder, by: Person, comment: str | None = None) -> None:
        """:raises Finding: when it is refused."""
        order.answered = self.attempt(verb, order, by, comment).record

    def attempt(self, verb: str, order: WorkOrder, by: Person, comment: str | None = None, **more: Any) -> Outcome:
        """Do this verb, whatever becomes of it. Words are given where they are needed, unless there are others.

        ``more`` are further fields; ``without`` names one that is left out.
        """
        left_out = more.pop("without", None)
        if verb == "read":
            return self._ask(by, f"read {order.title}", "GET", order.path)
        if verb == "change":
            return self._ask(by, f"change {order.title}", "PATCH", order.path, more or {"title": f"{order.title}, again"})
        said = words.USUAL_WORDS if comment is None and verb in words.NEED_WORDS else comment
        body: dict[str, Any] = {} if said is None else {"comment": said}
        if verb == "verify":
            body["decision"] = "approved"
        body = {name: value for name, value in (body | more).items() if name != left_out}
        what = "mail the vendor of" if verb == "vendor-mail" else verb
        return self._ask(by, f"{what} {order.title}", "POST", f"{order.path}/{verb}", body)

    def try_it(self, verb: str, order: WorkOrder, by: Person, comment: str | None = None, **more: Any) -> Outcome:
        """``attempt``, after noting how the order is: to be compared with later."""
        self.note(order)
        return self.attempt(verb, order, by, comment, **more)

    def note(self, order: WorkOrder) -> None:
        self._world.noted[order.title] = self.record(order)

    def assign(self, order: WorkOrder, by: Person, worker: Person) -> Outcome:
        return self.attempt("change", order, by, assignee_id=worker.id)

    def do_at_once(self, order: WorkOrder, deeds: list[tuple[Person, str]]) -> list[Outcome]:
        """Each of these people does this verb, all at the same moment."""
        return at_once([lambda by=by, verb=verb: self.attempt(verb, order, by) for by, verb in deeds])

    def draft_many(self, author: Person, count: int) -> list[WorkOrder]:
        return [self.draft(f"Round {number}", author) for number in range(1, count + 1)]

    def submit_at_once(self, orders: list[WorkOrder]) -> list[Outcome]:
        """All of them at the same moment, each by its author."""
        return at_once([lambda order=order: self.attempt("submit", order, order.author) for order in orders])

    @property
    def all(self) -> list[WorkOrder]:
        """Every order that was drafted in the scenario."""
        return list(self._by_title.values())

    def all_of(self, author: Person) -> list[WorkOrder]:
        """Every order that this person has drafted in the scenario."""
        return [order for order in self._by_title.values() if order.author is author]

    # Checklists

    def item_of(self, order: WorkOrder, name: str) -> dict:
        """A line of the order's checklist as the platform has it."""
        found = [item for item in self.record(order)["line_items"] if item["text"] == name]
        if len(found) != 1:
            raise WrongScenario(f'the checklist of {order.title} has {len(found)} lines "{name}"')
        return found[0]

    def try_to_answer(self, order: WorkOrder, by: Person, name: str, answer: Any) -> Outcome:
        self.note(order)
        path = f"{order.path}/line-items/{self.item_of(order, name)['id']}"
        return self._ask(by, f"answer {name} of {order.title}", "PATCH", path, {"answer": answer})

    # Reading

    def record(self, order: WorkOrder, by: Person | None = None) -> dict:
        """The order as the platform shows it now, to the administrator or to somebody else."""
        return self.attempt("read", order, by or order.reader).record

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All orders in the person's list."""
        return all_items(self._world.http, person, PATH, **filters)

    def nobodys(self, order: WorkOrder) -> WorkOrder:
        """The same with an id that nobody has."""
        return WorkOrder(order.title, order.author, str(uuid4()))

    def _ask(self, person: Person, what: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, what,
                       self._world.http.ask(method, path, token=person.access_token, json_body=body))
