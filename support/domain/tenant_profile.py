"""The profile of the own tenant: reading it, changing it, and where an answer came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

LONGEST_SECONDS = 300.0
SOURCES = {"cache": "hit", "database": "miss"}


class TenantProfile:
    """Reads the profile, and compares each reading with the one before."""

    def __init__(self, world: World):
        self._world = world
        self._readings: list[Outcome] = []

    def read(self, person: Person) -> None:
        outcome = self._ask(person, "read the profile of the own tenant", "GET")
        outcome.require_accepted(200)
        self._readings.append(outcome)

    def try_to_change(self, person: Person, **fields: Any) -> Outcome:
        return self._ask(person, "change the own tenant", "PATCH", fields)

    def cache_as(self, tenant: Tenant, text: str) -> None:
        """Let this stand in the cache in place of the profile; nothing at all for an empty text."""
        key = self._key(tenant)
        if text:
            self._world.cache.set(key, text, LONGEST_SECONDS)
        else:
            self._world.cache.delete(key)

    def require_from(self, source: str) -> None:
        """:raises Finding: when the last reading came from elsewhere than the ``cache`` or the ``database``."""
        said = self._last.answer.headers.get("X-Cache")
        if said != SOURCES[source]:
            raise Finding(f"the profile should come from the {source} (X-Cache: {SOURCES[source]}), and came with {said!r}")

    def require_same(self) -> None:
        """:raises Finding: when the last reading differs from the one before it."""
        if len(self._readings) < 2:
            raise WrongScenario("there is no reading before this one")
        before, last = self._readings[-2].record, self._last.record
        different = sorted(name for name in before.keys() | last.keys() if before.get(name) != last.get(name))
        if different:
            raise Finding(f"the profile should be the same as before, and differs in {', '.join(different)}")

    def require(self, **expected: Any) -> None:
        """:raises Finding: when the last reading shows another value at one of these names."""
        record = self._last.record
        seen = {name: record["settings"].get(name) if name not in record else record[name] for name in expected}
        if seen != expected:
            raise Finding(f"the profile should show {expected}, and shows {seen}")

    def require_cached_briefly(self, tenant: Tenant) -> None:
        """:raises Finding: when it is kept for ever, or for longer than promised."""
        left = self._world.cache.ttl(self._key(tenant))
        if left is None or left > LONGEST_SECONDS:
            raise Finding(f"the profile of {tenant.name} should be cached for {LONGEST_SECONDS:g} seconds at the most, "
                          f"and is for {left or 'ever'}")

    def _key(self, tenant: Tenant) -> str:
        keys = self._world.cache.keys(f"cache:tenant:{tenant.id}*")
        if len(keys) != 1:
            raise Finding(f"the profile of {tenant.name} should be cached under one key, and is under {keys or 'none'}")
        return keys[0]

    @property
    def _last(self) -> Outcome:
        if not self._readings:
            raise WrongScenario("nobody has read a profile yet")
        return self._readings[-1]

    def _ask(self, person: Person, words: str, method: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words,
                       self._world.http.ask(method, f"{V2}/tenant", token=person.access_token, json_body=body))
