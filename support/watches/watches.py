"""All the watches of one run: what each scenario is looked at for when its own steps are over."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from support.drivers.contract import disagreements
from support.drivers.description import ADDRESS, Undescribed
from support.watches import met
from support.watches.breach import Breach
from support.watches.connections import WatchOfConnections

if TYPE_CHECKING:
    from support.running.preparation import Prepared
    from support.targets.base import Target
    from support.watches.isolation import Isolation
    from support.world import World

CONTRACT = ("API-023",)
_MOST = 5  # disagreements that are told of one scenario


class Watches:
    """Look at one scenario after the other. ``problems`` are the run's own: what could not be looked at, and what was
    seen after the last scenario."""

    def __init__(self, target: Target):
        self._target = target
        self._isolation: Isolation | None = None
        self._connections = WatchOfConnections(target.connections, _hosts(target)) if target.connections else None
        self._is_blind = False  # there is no description that could be compared with
        self.problems: list[str] = []
        # The platform makes it up when it is first asked for it: meanwhile the baseline is made.
        self._reading = Thread(target=self._read, name="read the description", daemon=True)
        self._reading.start()

    def _read(self) -> None:
        try:
            self._target.description  # noqa: B018 - asked for: from now on it is there
        except (Undescribed, httpx.HTTPError) as fault:
            self._cannot_compare(fault)

    def _cannot_compare(self, fault: Exception) -> None:
        self._is_blind = True
        self.problems.append(f"no answer could be compared with the platform's description: {fault}")

    def _can_compare(self) -> bool:
        self._reading.join()
        return not self._is_blind

    def begin(self, prepared: Prepared) -> None:
        """Remember what each tenant has before the first scenario, where the suite has the database."""
        from support.watches.isolation import Isolation  # with the database's driver: only where there is one

        self._isolation = Isolation(self._target.database, prepared.reset.baseline)

    def look_at_records(self, world: World) -> list[Breach]:
        """What the scenario did to tenants that it did not act for; while its records are still there."""
        if self._isolation is None:
            return []
        from support.watches.isolation import READABLE

        found = self._isolation.look([tenant.id for tenant in world.tenants.values()])
        return found + [Breach(f"{path} was made in this scenario, and should not exist for somebody of another tenant, who "
                               f"is answered {status}", READABLE)
                        for path, status in self._read_by_another(world) if status != 404]

    def look_at_answers(self, world: World) -> list[Breach]:
        """Where the answers that the scenario got disagree with the platform's own description."""
        if not self._can_compare():
            return []
        try:
            found = disagreements(self._target.description, world.http.exchanges, world.mask)
        except Undescribed as fault:  # a part of it that nobody needed before
            self._cannot_compare(fault)
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
        return met.met(self._target.description, world.http.exchanges) if self._can_compare() else {}

    def operations(self) -> dict[str, list[str]]:
        """All operations of the platform, and how each can answer; empty where they cannot be read."""
        return met.expected(self._target.description) if self._can_compare() else {}

    def _read_by_another(self, world: World) -> list[tuple[str, int]]:
        """A sample of what the scenario made, as the administrator of a tenant that it had nothing to do with sees it."""
        others = [name for name, tenant in world.prepared.tenants.items()
                  if tenant.slug not in {each.slug for each in world.tenants.values()}]
        if not others or not self._can_compare():
            return []
        from support.watches.isolation import new_records

        made = new_records(world.http.exchanges, self._target.description)
        if not made:
            return []
        reader = world.accounts.tenant(others[0]).administrator
        return [(path, world.http.ask("GET", path, token=reader.access_token).status) for path in made]


def _hosts(target: Target) -> list[str]:
    """Where the given datastores are: there the platform may turn."""
    given = target.settings
    return [host for url in (given.database_url, given.redis_url, given.broker_url) if (host := urlsplit(url).hostname)]
