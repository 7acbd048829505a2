"""In whose name somebody speaks to the platform: the host, and the header that names a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.generations import V1, V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant

if TYPE_CHECKING:
    from support.world import World

Headers = dict[str, str]


class TenantNames:
    """The ways of naming a tenant, and what is asked for in somebody's name."""

    def __init__(self, world: World):
        self._world = world

    # How a tenant is named

    def host(self, tenant: Tenant) -> str:
        return f"{tenant.slug}.{self.base_domain}"

    @property
    def base_domain(self) -> str:
        return self._world.target.settings.base_domain

    def host_as_typed(self, tenant: Tenant, written: str) -> Headers:
        """The tenant's host ``as it is``, ``in capitals`` or ``with a port``, or the last two."""
        host = self.host(tenant)
        return {"Host": (host.upper() if "in capitals" in written else host) + (":8080" if "with a port" in written else "")}

    def nobodys(self, where: str) -> Headers:
        """A host or a name that no tenant has."""
        slug = self._world.data.slug("nobody")
        return {"at a host that": {"Host": f"{slug}.{self.base_domain}"},
                "at a foreign host that": {"Host": f"{slug}.example.org"}, "in a name that": {"X-Tenant": slug}}[where]

    def of_two(self, at: Tenant, named: Tenant) -> Headers:
        """At the host of one tenant, in the name of another."""
        return {"Host": self.host(at), "X-Tenant": named.slug}

    def address(self, words: str, tenant: Tenant | None = None) -> Headers:
        """One of the platform's own addresses, and the name of a tenant where one is given."""
        host = self.base_domain if words == "the base domain" else words
        return {"Host": host} | ({"X-Tenant": tenant.slug} if tenant else {})

    # What is asked for

    def before_sign_in(self, person: Person, headers: Headers) -> list[Outcome]:
        """Whatever can be asked for without being signed in, with all that the person knows."""
        data = self._world.data
        registration = {"tenant_name": "Harbour", "tenant_slug": data.slug("harbour"), "email": data.email("Nadia"),
                        "password": data.password(), "full_name": data.full_name("Nadia")}
        self._world.mask.learn(registration["password"])
        asked = [(f"{V1}/auth/login", {"email": person.email, "password": person.password}),
                 (f"{V1}/auth/refresh", {"refresh_token": person.refresh_token}),
                 (f"{V1}/auth/register", registration),
                 (f"{V2}/invitations/accept", {"token": data.password(), "password": registration["password"]})]
        return [Outcome("somebody", f"ask POST {path}",
                        self._world.http.ask("POST", path, json_body=body, headers=headers,
                                             from_address=self._world.target.address_of(person.email)))
                for path, body in asked]

    def what_belongs_to_no_tenant(self) -> list[Outcome]:
        """What is answered whatever tenant is named: its health, its version and description, what is above tenants."""
        slug, other = self._world.data.slug("nobody"), self._world.data.slug("nobody")
        headers = {"Host": f"{slug}.{self.base_domain}", "X-Tenant": other,
                   "X-Platform-Key": self._world.target.platform_key}
        paths = ("/health/live", "/health/ready", "/api/version", "/openapi.json", "/platform/tenants")
        return [Outcome("somebody", f"read {path}", self._world.http.ask("GET", path, headers=headers)) for path in paths]
