"""All the watches of one run: what each scenario is looked at for when its own steps are over."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.drivers.contract import disagreements
from support.drivers.description import ADDRESS, Undescribed
from support.watches import isolation, met
from support.watches.breach import Breach
from support.watches.connections import WatchOfConnections

if TYPE_CHECKING:
    from support.running.preparation import Prepared
    from support.targets.base import Target
    from support.world import World

CONTRACT = ("API-023",)
_MOST = 5  # disagreements that are told of one scenario


class Watches:
    """Look at one scenario after the other. ``problems`` are the run's own: what could not be looked at, and what was
    seen after the last scenario."""

    def __init__(self, target: Target):
        self._target = target
        self._isolation: isolation.Isolation | None = None
        self._connections = WatchOfConnections(target.connections, _hosts(target)) if target.connections else None
        self._is_blind = False  # there is no description that could be compared with
        self.problems: list[str] = []

    def begin(self, prepared: Prepared) -> None:
        """Remember what each tenant has before the first scenario, where the suite has the database."""
        self._isolation = isolation.Isolation(self._target.database, prepared.reset.baseline)

    def look_at_records(self, world: World) -> list[Breach]:
        """What the scenario did to tenants that it did not act for; while its records are still there."""
        if self._isolation is None:
            return []
        found = self._isolation.look([tenant.id for tenant in world.tenants.values()])
        return found + [Breach(f"{path} was made in this scenario, and should not exist for somebody of another tenant, who "
                               f"is answered {status}", isolation.READABLE)
                        for path, status in self._read_by_another(world) if status != 404]

    def look_at_answers(self, world: World) -> list[Breach]:
        """Where the answers that the scenario got disagree with the platform's own description."""
        if self._is_blind:
            return []
        try:
            found = disagreements(self._target.description, world.http.exchanges, world.mask)
        except Undescribed as fault:
            self._is_blind = True
            self.problems.append(f"no answer could be compared with the platform's description: {fault}")
            return []
        if len(found) > _MOST:
            found[_MOST:] = [f"and {len(found) - _MOST} more answers disagree with {ADDRESS}"]
        return [Breach(words, CONTRACT) for words in found]

    def look_at_connections(self) -> list[Breach]:
        """Who beyond this machine was turned to since the last look, where that can be seen."""
        return self._connections.look() if self._connections else []

    def end(self) -> None:
        """One more look, while what was started is still there."""
        self.problems += [f"{breach.words}; that was after the last scenario" for breach in self.look_at_connections()]

    def operations_met(self, world: World) -> dict[str, list[str]]:
        """Which operations the scenario asked for, and how they answered."""
        return {} if self._is_blind else met.met(self._target.description, world.http.exchanges)

    def operations(self) -> dict[str, list[str]]:
        """All operations of the platform, and how each can answer; empty where no scenario came to be looked at."""
        return {} if self._is_blind or "description" not in self._target.__dict__ else met.expected(self._target.description)

    def _read_by_another(self, world: World) -> list[tuple[str, int]]:
        """A sample of what the scenario made, as the administrator of a tenant that it had nothing to do with sees it."""
        others = [name for name, tenant in world.prepared.tenants.items()
                  if tenant.slug not in {each.slug for each in world.tenants.values()}]
        made = isolation.new_records(world.http.exchanges, self._target.description) if others else []
        if not made:
            return []
        reader = world.accounts.tenant(others[0]).administrator
        return [(path, world.http.ask("GET", path, token=reader.access_token).status) for path in made]


def _hosts(target: Target) -> list[str]:
    """Where the given datastores are: there the platform may turn."""
    given = target.settings
    return [host for url in (given.database_url, given.redis_url, given.broker_url) if (host := urlsplit(url).hostname)]
