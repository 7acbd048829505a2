"""The sites of tenants: adding, moving and removing them, and what must be true of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.data import plain
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World


@dataclass
class Site:
    """A site as a scenario knows it; ``record`` is how the platform answered when it was added."""

    name: str
    tenant: Tenant
    record: dict

    @property
    def id(self) -> str:
        return self.record["id"]


class Sites:
    """What people do with sites. The names that a scenario uses stand for sites of its own."""

    def __init__(self, world: World):
        self._world = world
        self._by_name: dict[str, Site] = {}

    def site(self, name: str) -> Site:
        """:raises WrongScenario: when no site has this name in the scenario."""
        if name not in self._by_name:
            raise WrongScenario(f'no site is called "{name}" here; known are {list(self._by_name)}')
        return self._by_name[name]

    def have(self, tenant: Tenant, name: str, code: str | None = None, below: str | None = None,
             **more: Any) -> Site:
        """Let the tenant have this site; without a code one that is made from its name."""
        if below:
            more["parent_id"] = self.site(below).id
        self.try_to_add(self._administrator(tenant), name, code or plain(name), **more).require_accepted(201)
        return self.site(name)

    def try_to_add(self, person: Person, name: str, code: str, **more: Any) -> Outcome:
        outcome = self._ask(person, f"add the site {name}", "POST", "/sites", {"code": code, "name": name, **more})
        if outcome.accepted:
            self._by_name[name] = Site(name, person.tenant, outcome.record)
            self._world.clean_up(f"remove the site {name}", self._clear, self._by_name[name])
        return outcome

    def add_at_once(self, person: Person, code: str, times: int) -> list[Outcome]:
        """So many sites of one code, added at the same moment."""
        return at_once([lambda number=number: self.try_to_add(person, f"Yard {number}", code) for number in range(times)])

    def try_to_put_below(self, person: Person, name: str, other: str) -> Outcome:
        return self._change(person, self.site(name), f"put {name} below {other}", parent_id=self.site(other).id)

    def put_below_each_other(self, person: Person, names: list[str]) -> list[Outcome]:
        """Put the first below the second, and the second below the first, at the same moment."""
        first, second = names
        return at_once([lambda: self.try_to_put_below(person, first, second),
                        lambda: self.try_to_put_below(person, second, first)])

    def try_to_give_code(self, person: Person, name: str, code: str) -> Outcome:
        return self._change(person, self.site(name), f"give {name} the code {code}", code=code)

    def try_to_remove(self, person: Person, name: str) -> Outcome:
        return self._ask(person, f"remove the site {name}", "DELETE", f"/sites/{self.site(name).id}")

    def require_exactly(self, tenant: Tenant, expected: list[dict[str, str]]) -> None:
        """The tenant has these sites and no other: each with its name, its code, and the name of the one above it.

        :raises Finding: showing those that it has.
        """
        wanted = sorted((row["site"], row["code"], row["below"]) for row in expected)
        records = self.all(self._administrator(tenant))
        names = {record["id"]: record["name"] for record in records}
        found = sorted((record["name"], record["code"], names.get(record["parent_id"], "")) for record in records)
        if found != wanted:
            raise Finding(f"{tenant.name} should have exactly the sites (name, code, below) {wanted}, and has {found}")

    def require_children(self, name: str, expected: list[str]) -> None:
        """The site's own answer, and the one in the list of all, show these sites below it, each as it is.

        :raises Finding: when one shows others.
        """
        site = self.site(name)
        wanted = sorted((child.id, child.record["code"], child.name) for child in map(self.site, expected))
        administrator = self._administrator(site.tenant)
        listed = next(record for record in self.all(administrator) if record["id"] == site.id)
        for where, record in (("it is read", self.record(site)), ("all are listed", listed)):
            shown = sorted((child["id"], child["code"], child["name"]) for child in record["children"])
            if shown != wanted:
                raise Finding(f"{name} should show as below it {wanted} when {where}, and shows {shown}")

    def require_no_open_tasks(self, name: str) -> None:
        """:raises Finding: when the site says that a task is open at it."""
        self.require_open_tasks(name, 0)

    def require_open_tasks(self, name: str, expected: int) -> None:
        """The site's own answer, and the one in the list of all, count so many tasks that are open at it.

        :raises Finding: when one counts another number.
        """
        site = self.site(name)
        listed = next(record for record in self.all(self._administrator(site.tenant)) if record["id"] == site.id)
        counts = (self.record(site)["open_task_count"], listed["open_task_count"])
        if counts != (expected, expected):
            raise Finding(f"{name} should count {expected} open tasks, and counts {counts[0]}, and {counts[1]} in the list")

    def require_no_site_of(self, person: Person) -> None:
        """:raises Finding: when the person is assigned to a site."""
        site_id = self._ask(person, "read the own record", "GET", "/me").record["site_id"]
        if site_id is not None:
            raise Finding(f"{person.name} should be assigned to no site, and is to {site_id}")

    def record(self, site: Site, by: Person | None = None) -> dict:
        """The site as the platform answers it."""
        person = by or self._administrator(site.tenant)
        return self._ask(person, f"read the site {site.name}", "GET", f"/sites/{site.id}").record

    def all(self, person: Person, **filters: Any) -> list[dict]:
        """All sites that the person finds."""
        return all_items(self._world.http, person, f"{V2}/sites", **filters)

    def _change(self, person: Person, site: Site, words: str, **fields: Any) -> Outcome:
        return self._ask(person, words, "PATCH", f"/sites/{site.id}", fields)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words,
                       self._world.http.ask(method, f"{V2}{path}", token=person.access_token, json_body=body))

    def _clear(self, site: Site) -> None:
        """Where nothing else clears away: the last one added goes first, so that none is below it."""
        if not self._world.has_datastores:
            self._ask(self._administrator(site.tenant), f"remove the site {site.name}", "DELETE", f"/sites/{site.id}")

    @staticmethod
    def _administrator(tenant: Tenant) -> Person:
        if tenant.administrator is None:
            raise WrongScenario(f"nobody administers {tenant.name} in this scenario")
        return tenant.administrator
