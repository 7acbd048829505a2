"""Vendors: who does work without an account, by the link of a mail."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from support.domain import work_order_words as words
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.work_orders import WorkOrder
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

PATH = f"{V2}/vendor/work-orders"
OF_THE_ORDER = ("number", "title", "description", "priority", "status", "vendor", "planned_start", "due_at", "started_at",
                "completed_at", "declined", "decline_reason", "permit_type", "permit_status", "line_items")


class Vendors:
    """What vendors do. A name stands for a vendor from the order on that names it."""

    def __init__(self, world: World):
        self._world = world
        self._emails: dict[str, str] = {}  # of vendors whose address was needed before an order named them
        self._links: dict[str, list[str]] = {}  # name -> what opens the links that came, oldest first

    def vendor(self, name: str) -> Person:
        """:raises WrongScenario: when no order has named this vendor."""
        if name not in self._links and name not in ("he", "she", "they"):
            raise WrongScenario(f"{name} is the vendor of no order in this scenario")
        return self._world.person(name)

    def let_mail_be_turned_away(self, name: str, times: int) -> None:
        """The mail server refuses the first mails to the vendor whom an order will name so."""
        self._emails[name] = self._world.data.email(name)
        self._world.mailboxes.server.turn_away(self._emails[name], times)

    def described(self, name: str, tenant: Tenant) -> dict[str, str]:
        """The vendor as an order names it."""
        if name not in self._links:
            data = self._world.data
            self._world.people[name] = Person(name, self._emails.get(name) or data.email(name), data.password(), "vendor",
                                                tenant, data.full_name(name))
            self._links[name] = []
        person = self._world.people[name]
        return {"name": person.full_name, "email": person.email}

    # Links

    def await_link(self, name: str) -> str:
        """What opens the link of the vendor's next mail."""
        vendor, links = self.vendor(name), self._links[name]
        mail = self._world.mailboxes.await_delivered(vendor.email, len(links) + 1)
        links.append(self._world.mailboxes.secret_of(mail))
        return links[-1]

    def link(self, name: str, number: int = -1) -> str:
        """What opens the link of the last mail, or of that of this number, from 0."""
        links = self._links[self.vendor(name).name]
        return links[number] if links else self.await_link(name)

    def nobodys_link(self) -> str:
        """One that the platform never made."""
        return secrets.token_urlsafe(32)

    # What vendors do

    def attempt(self, verb: str, name: str, link: str | None = None, body: Any = None) -> Outcome:
        """Open the link, accept, decline, or send the checklist, whatever becomes of it."""
        token = link or self.link(name)
        what = "send the checklist" if verb == "checklist" else f"{verb} the work"
        if verb == "open":
            return Outcome(self.vendor(name).name, what, self._world.http.ask("GET", f"{PATH}/{token}"))
        sent = {"reason": words.USUAL_WORDS} if verb == "decline" and body is None else body
        answer = self._world.http.ask("POST", f"{PATH}/{token}/{verb}", json_body=sent)
        return Outcome(self.vendor(name).name, what, answer)

    def try_it(self, verb: str, name: str, order: WorkOrder, link: str | None = None, body: Any = None) -> Outcome:
        """``attempt``, after noting how the order is."""
        self._world.work_orders.note(order)
        return self.attempt(verb, name, link, body)

    def checklist(self, order: WorkOrder, answers: dict[str, Any]) -> dict[str, Any]:
        """The answers, by the names of the order's lines, as they are sent."""
        return {"answers": [{"item_id": self._world.work_orders.item_of(order, text)["id"], "answer": answer}
                            for text, answer in answers.items()]}

    def accept_at_once(self, name: str, times: int) -> list[Outcome]:
        """Follow one link so many times at the same moment."""
        link = self.link(name)
        return at_once([lambda: self.attempt("accept", name, link)] * times)

    def everything(self, name: str, link: str) -> list[Outcome]:
        """All that can be done with a link."""
        return [self.attempt("open", name, link), self.attempt("accept", name, link), self.attempt("decline", name, link),
                self.attempt("checklist", name, link, {"answers": []})]

    # What must then be true

    def require_shown(self, name: str, order: WorkOrder) -> None:
        """The link shows the order as it is, and nothing of who wrote and decided it.

        :raises Finding: naming what differs.
        """
        shown, record = self.attempt("open", name).record, self._world.work_orders.record(order)
        different = differences({each: record[each] for each in OF_THE_ORDER}, shown)
        more = shown.keys() - {*OF_THE_ORDER, "site"}
        if different or more or shown["site"]["id"] != record["site_id"]:
            raise Finding(f"the link of {name} should show what is to be done, and no more: {different or sorted(more)}")

    def require_kept_nowhere(self, name: str) -> None:
        """No row of any table has what opens the vendor's link.

        :raises Finding: naming each table that has.
        """
        link = self.link(name)
        tables = self._world.database.rows("SELECT table_name AS name FROM information_schema.tables"
                                           " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
        kept = [row["name"] for row in tables if self._world.database.value(
            f'SELECT count(*) FROM "{row["name"]}" held WHERE strpos(held::text, :link) > 0', link=link)]
        if kept:
            raise Finding(f"what opens the link of {name} should be kept nowhere, and is in {', '.join(kept)}")

    def require_mails(self, name: str, count: int) -> None:
        """Once all work has ended the vendor got so many mails, each with a link of its own.

        :raises Finding: when there are more or fewer, or two have one link.
        """
        self._world.await_quiet()
        mails = self._world.mailboxes.server.sent_to(self.vendor(name).email)
        links = {self._world.mailboxes.secret_of(mail) for mail in mails}
        if len(mails) != count or len(links) != count:
            raise Finding(f"{name} should have got {count} mails, each with its own link, and got {len(mails)} with "
                          f"{len(links)}")
