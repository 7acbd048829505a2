"""Many people of one tenant, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.generations import V1, V2
from support.domain.listing import all_items, in_pages
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

PEOPLE = f"{V2}/people"
COMMON = ("id", "email", "full_name", "role", "status", "site_id")


class Crowds:
    """People who are only there to be listed: written into the people table, since the platform makes people by
    invitation only."""

    def __init__(self, world: World):
        self._world = world
        self._sites: dict[str, str] = {}  # name -> id

    # Who is there

    def fill(self, tenant: Tenant, total: int) -> None:
        """As many people as make ``total`` in the tenant; some of them made at the same moment."""
        there = self._world.database.value("SELECT count(*) FROM people WHERE tenant_id = :tenant", tenant=tenant.id)
        for number in range(total - there):
            self.add(tenant, f"Guest {number + 1}", minute=number // 3)

    def add(self, tenant: Tenant, full_name: str, *, role: str = "worker", status: str = "active", site: str = "",
            minute: int = 0) -> None:
        """One more, made so many minutes ago."""
        self._world.database.execute(
            """INSERT INTO people SELECT (jsonb_populate_record(administrator, jsonb_build_object(
                   'id', gen_random_uuid(), 'email', CAST(:email AS text), 'full_name', CAST(:full_name AS text),
                   'role', CAST(:role AS text), 'status', CAST(:status AS text), 'site_id', CAST(:site AS text),
                   'created_at', date_trunc('minute', now()) - make_interval(mins => :minute), 'last_login_at', NULL))).*
               FROM people administrator WHERE administrator.id = :administrator""",
            email=self._world.data.email("guest"), full_name=full_name, role=role, status=status, minute=minute,
            site=self.site(tenant, site) if site else None, administrator=tenant.administrator.id)

    def site(self, tenant: Tenant, name: str) -> str:
        """The id of the tenant's site of that name, which is added where it is none yet."""
        if name not in self._sites:
            answer = self._world.http.ask("POST", f"{V2}/sites", token=tenant.administrator.access_token,
                                          json_body={"code": f"S{len(self._sites) + 1}", "name": name})
            self._sites[name] = Outcome(tenant.administrator.name, f"add the site {name}", answer).record["id"]
        return self._sites[name]

    # Listing

    def list(self, person: Person, asked: dict[str, str]) -> Outcome:
        """The people, as the list is asked for; a site by its name."""
        asked = {("site_id" if name == "site" else name): (self._sites[value] if name == "site" else value)
                 for name, value in asked.items()}
        return Outcome(person.name, "list the people",
                       self._world.http.ask("GET", PEOPLE, token=person.access_token, parameters=asked))

    def require_each_once(self, person: Person, size: int, count: int) -> None:
        """The people in pages show each of them exactly once."""
        in_pages(self._world.http, person, PEOPLE, size).require_each_once(count)

    def require_newest_first(self, person: Person) -> None:
        """The list is the same each time: newest first, and by id where two are as new.

        :raises Finding: when it is not.
        """
        first, again = (all_items(self._world.http, person, PEOPLE) for _ in range(2))
        if [each["id"] for each in first] != [each["id"] for each in again]:
            raise Finding("the people should be listed in the same order each time, and are not")
        by_id = sorted(first, key=lambda each: each["id"])
        expected = sorted(by_id, key=lambda each: each["created_at"], reverse=True)
        for place, (each, wanted) in enumerate(zip(first, expected, strict=True), start=1):
            if each["id"] != wanted["id"]:
                raise Finding(f"the people should be listed newest first, and by id where two are as new: at place {place} "
                              f"should be {wanted['full_name']} ({wanted['created_at']}, {wanted['id']}), and is "
                              f"{each['full_name']} ({each['created_at']}, {each['id']})")

    def require_found(self, person: Person, asked: dict[str, str], names: list[str]) -> None:
        """Asked so, the list shows exactly these people, and its total says how many.

        :raises Finding: when it shows others.
        """
        page = self.list(person, asked).record
        found = sorted(each["full_name"] for each in page["items"])
        if (found, page["total"]) != (sorted(names), len(names)):
            raise Finding(f"the people of {asked} should be {sorted(names)}, and are {found}, {page['total']} in all")

    def require_page(self, outcome: Outcome, shown: int, total: int) -> None:
        """The page shows so many of so many.

        :raises Finding: when it shows another number, or states another total.
        """
        page = outcome.record
        if (len(page["items"]), page["total"]) != (shown, total):
            raise Finding(f"the page should show {shown} people of {total}, and shows {len(page['items'])} of "
                          f"{page['total']}")

    def require_same_in_both_generations(self, person: Person) -> None:
        """Every person read through either generation is the same, and so is the total.

        :raises Finding: naming whoever differs.
        """
        lists = [{each["id"]: each for each in all_items(self._world.http, person, f"{generation}/people")}
                 for generation in (V1, V2)]
        if lists[0].keys() != lists[1].keys():
            raise Finding(f"both generations should list the same people, and one lists {len(lists[0])}, the other "
                          f"{len(lists[1])}")
        for identifier, listed in lists[0].items():
            records = [Outcome(person.name, "read a person", self._world.http.ask(
                "GET", f"{generation}/people/{identifier}", token=person.access_token)).record for generation in (V1, V2)]
            for seen in (lists[1][identifier], *records):
                self._require_same(listed, seen)

    def _require_same(self, one: dict[str, Any], other: dict[str, Any]) -> None:
        absent = [name for name in COMMON if name not in one]
        differing = [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
        if absent or differing:
            raise Finding(f"{one.get('full_name')} should be the same in both generations, with {', '.join(COMMON)}: "
                          f"{', '.join(sorted(differing)) or 'nothing'} differs, {', '.join(absent) or 'nothing'} is absent")
