"""Tenants as whoever provides the platform sees them: making, suspending and activating them, and what is then true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.domain.people import Tenant
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

PROVIDER = "the provider"  # who has the platform's key
JUST_NOW = timedelta(seconds=1)  # two clocks on one machine are no further apart


class Tenants:
    """What the provider does with tenants. The key of the platform shows who that is."""

    def __init__(self, world: World):
        self._world = world
        self._suspended: dict[str, tuple[datetime, datetime]] = {}  # slug -> before and after its suspension

    # Doing

    def try_to_create(self, slug: str, name: str = "Harbour") -> Outcome:
        return self._ask("POST", "", {"slug": slug, "name": name}, f"create a tenant {slug!r}")

    def create_at_once(self, slug: str, times: int) -> list[Outcome]:
        return at_once([lambda: self.try_to_create(slug)] * times)

    def suspend(self, tenant: Tenant, reason: str) -> None:
        self._world.clean_up(f"activate {tenant.name}", self.try_to_activate, tenant)
        before = datetime.now(UTC)
        self.try_to_suspend(tenant, reason).require_accepted(200)
        self._suspended[tenant.slug] = before, datetime.now(UTC)

    def activate(self, tenant: Tenant) -> None:
        self.try_to_activate(tenant).require_accepted(200)

    def try_to_suspend(self, tenant: Tenant, reason: str) -> Outcome:
        return self._ask("POST", f"/{tenant.id}/suspend", {"reason": reason}, f"suspend {tenant.name}")

    def try_to_activate(self, tenant: Tenant) -> Outcome:
        return self._ask("POST", f"/{tenant.id}/activate", None, f"activate {tenant.name}")

    def suspend_at_once(self, tenant: Tenant, reason: str, times: int) -> list[Outcome]:
        self._world.clean_up(f"activate {tenant.name}", self.try_to_activate, tenant)
        return at_once([lambda: self.try_to_suspend(tenant, reason)] * times)

    def record(self, tenant: Tenant) -> dict:
        """The tenant as the provider reads it."""
        return self._ask("GET", f"/{tenant.id}", None, f"read the tenant {tenant.name}").record

    def everything_above(self, tenant: Tenant, who: str, headers: dict[str, str], token: str | None = None) -> list[Outcome]:
        """All that the key of the platform opens, about this tenant, by somebody who comes with ``headers``."""
        slug = self._world.data.slug("stranger")
        asked = [("GET", "", None), ("POST", "", {"slug": slug, "name": "Stranger"}), ("GET", f"/{tenant.id}", None),
                 ("PATCH", f"/{tenant.id}", {"missions_running": 1}),
                 ("POST", f"/{tenant.id}/suspend", {"reason": "No reason"}), ("POST", f"/{tenant.id}/activate", None)]
        return [Outcome(who, f"{method} /platform/tenants{path}",
                        self._world.http.ask(method, f"/platform/tenants{path}", token=token, headers=headers,
                                             json_body=body)) for method, path, body in asked]

    # What must be true

    def require_active(self, tenant: Tenant) -> None:
        """:raises Finding: when it is not, or still has a date or a reason of a suspension."""
        self._require(tenant, "active with neither date nor reason of a suspension",
                      {"status": "active", "suspended_at": None, "suspension_reason": ""})

    def require_suspended(self, tenant: Tenant, reason: str) -> None:
        """Suspended for this reason since the moment at which that was asked.

        :raises Finding: naming what differs.
        """
        self._require(tenant, f"suspended for the reason {reason}", {"status": "suspended", "suspension_reason": reason})
        before, after = self._suspended[tenant.slug]
        said = self.record(tenant)["suspended_at"]
        since = datetime.fromisoformat(said) if said else None
        if since is None or not before - JUST_NOW <= since <= after + JUST_NOW:
            raise Finding(f"{tenant.name} was suspended at {after}, and says since {since}")

    def require_none_called(self, slug: str) -> None:
        """:raises Finding: when a tenant has this slug."""
        if any(record["slug"] == slug for record in self.all()):
            raise Finding(f"no tenant should have the slug {slug!r}, and one has")

    def all(self) -> list[dict]:
        """Every tenant that the provider finds."""
        found: list[dict] = []
        while True:
            page = self._ask("GET", f"?limit=100&offset={len(found)}", None, "list the tenants").record
            found += page["items"]
            if not page["items"] or len(found) >= page["total"]:
                return found

    def _require(self, tenant: Tenant, words: str, expected: dict[str, Any]) -> None:
        different = differences(expected, self.record(tenant))
        if different:
            raise Finding(f"{tenant.name} should be {words}: {different}")

    def _ask(self, method: str, path: str, body: Any, words: str) -> Outcome:
        answer = self._world.http.ask(method, f"/platform/tenants{path}", json_body=body,
                                      headers={"X-Platform-Key": self._world.target.platform_key})
        return Outcome(PROVIDER, words, answer)
