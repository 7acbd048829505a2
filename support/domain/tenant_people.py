"""The people of a tenant: at which site they work, and who is in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.sites import Site
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class TenantPeople:
    """Places people at sites, and looks into the list of all."""

    def __init__(self, world: World):
        self._world = world

    def place(self, person: Person, site: Site) -> None:
        """Let the person work at the site."""
        administrator = person.tenant.administrator
        answer = self._world.http.ask("PATCH", f"{V2}/people/{person.id}", token=administrator.access_token,
                                      json_body={"site_id": site.id})
        Outcome(administrator.name, f"place {person.name} at {site.name}", answer).require_accepted(200)

    def require_all_of(self, reader: Person, tenant: Tenant) -> None:
        """The list that the reader sees holds everybody whom the tenant has, and nobody else.

        :raises Finding: showing both.
        """
        everybody = {str(row["id"]) for row in self._world.database.rows(
            "SELECT id FROM people WHERE tenant_id = :tenant", tenant=tenant.id)}
        self._require(reader, f"the people of {tenant.name}", everybody)

    def require_at(self, reader: Person, site_id: str, expected: list[Person]) -> None:
        """The list of a site holds exactly these people.

        :raises Finding: showing both.
        """
        self._require(reader, f"at the site {', '.join(person.name for person in expected) or 'nobody'}",
                      {person.id for person in expected}, site_id=site_id)

    def _require(self, reader: Person, words: str, expected: set[str], **filters: Any) -> None:
        found = {item["id"]: item["full_name"] for item in all_items(self._world.http, reader, f"{V2}/people", **filters)}
        if found.keys() != expected:
            raise Finding(f"{reader.name} should find {words} ({len(expected)} in all), and finds "
                          f"{sorted(found.values()) or 'nobody'}")
