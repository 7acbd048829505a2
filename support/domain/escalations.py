"""Escalation of tickets: its rules, the platform's own looks at late ones, and what people get of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.tables import number
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.tickets import Ticket
    from support.world import World

RULES = f"{V2}/ticket-escalation-rules"
BY_ITSELF_SECONDS = 15.0  # until a scheduler that looks away for some seconds has seen that the time has come
REFUSING = "muster_notifies_nobody"


class Escalations:
    """Who gets a ticket when nobody takes it."""

    def __init__(self, world: World):
        self._world = world

    # Rules

    def add_rules(self, tenant: Tenant, expected: list[dict[str, str]]) -> None:
        """A rule a row: category, level, after (such as "2 hours"), person.

        :raises Finding: when one is refused.
        """
        administrator = self._world.accounts.administrator(tenant)
        for row in expected:
            self.try_to_add(administrator, row["category"], number(row["level"], "a level"), row["after"],
                            self._world.people[row["person"]]).require_accepted(201)

    def try_to_add(self, person: Person, category: str, level: int, time: str, to: Person) -> Outcome:
        value, unit = time.split()
        return self._ask(person, f"add level {level} of {category}", "POST", RULES, {
            "category": category, "level": level, "unit": unit.removesuffix("s"), "value": int(value), "person_id": to.id})

    def remove_rule(self, person: Person, category: str, level: int) -> None:
        """:raises Finding: when there is no such rule, or removing it is refused."""
        found = [each["id"] for each in self.rules(person) if (each["category"], each["level"]) == (category, level)]
        if len(found) != 1:
            raise Finding(f"there should be one rule for {category}, level {level}, and there are {len(found)}")
        self._ask(person, f"remove level {level} of {category}", "DELETE", f"{RULES}/{found[0]}").require_accepted(204)

    def rules(self, reader: Person) -> list[dict]:
        """All rules that the person finds."""
        return all_items(self._world.http, reader, RULES)

    def require_rules(self, tenant: Tenant, expected: list[dict[str, str]]) -> None:
        """Exactly these rules, in whatever order; rows as in ``add_rules``.

        :raises Finding: when there are others.
        """
        names = {person.id: person.name for person in self._world.people.values()}
        found = [{"category": each["category"], "level": str(each["level"]), "after": _time(each["value"], each["unit"]),
                  "person": names[each["person_id"]]} for each in self.rules(self._world.accounts.administrator(tenant))]
        if sorted(map(_sorted, found)) != sorted(map(_sorted, expected)):
            raise Finding(f"the escalation rules of {tenant.name} should be {expected}, and are {found}")

    def let_lead(self, person: Person, site: str) -> None:
        """:raises Finding: when that is refused."""
        self._ask(self._world.accounts.administrator(person.tenant), f"let {person.name} lead {site}", "PATCH",
                  f"{V2}/sites/{self._world.sites.site(site).id}", {"lead_id": person.id}).require_accepted(200)

    # The platform's own looks

    def run_escalations(self, times_at_once: int = 1) -> None:
        """Have it look for late tickets now, and wait until all work that this causes has ended."""
        self._world.schedules.run("tickets.escalate", times_at_once=times_at_once)

    def run_warnings(self) -> None:
        """The same for tickets that will soon be due."""
        self._world.schedules.run("tickets.warn")

    def await_level(self, ticket: Ticket, level: int) -> None:
        """Wait until its time has come by itself, and until all of that look has ended.

        :raises Finding: when it does not come to this level.
        """
        await_value(lambda: self._world.tickets.record(ticket), lambda record: record["escalation_level"] == level,
                    within=BY_ITSELF_SECONDS,
                    words=lambda record: f"{ticket.title} should be escalated to level {level} by itself, and is at level "
                                         f"{record['escalation_level']}")
        self._world.await_quiet()

    def let_notifications_fail(self, tenant: Tenant | None = None) -> None:
        """Let PostgreSQL take no more notifications, of one tenant or at all, so that an escalation fails in its midst."""
        taken = f"tenant_id <> '{tenant.id}'" if tenant else "false"
        self._world.clean_up("let people be notified again", self.let_notifications_succeed)
        self._world.database.execute(f"ALTER TABLE notifications ADD CONSTRAINT {REFUSING} CHECK ({taken}) NOT VALID")

    def let_notifications_succeed(self) -> None:
        self._world.database.execute(f"ALTER TABLE notifications DROP CONSTRAINT IF EXISTS {REFUSING}")

    # What people get

    def require_mails(self, person: Person, subject: str, count: int) -> None:
        """Once all work has ended, so many mails of this subject have come for the person.

        :raises Finding: showing what came.
        """
        self._world.await_quiet()
        subjects = [str(mail.message["Subject"]) for mail in self._world.mailboxes.delivered(person.email)]
        if subjects.count(subject) != count:
            raise Finding(f'{person.name} should have got {count} mails "{subject}", and got {subjects}')

    def _ask(self, person: Person, words: str, method: str, path: str, body: dict | None = None) -> Outcome:
        return Outcome(person.name, words,
                       self._world.http.ask(method, path, token=person.access_token, json_body=body))


def _time(value: int, unit: str) -> str:
    return f"{value} {unit}{'' if value == 1 else 's'}"


def _sorted(row: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(row.items())
