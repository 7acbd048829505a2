"""All the watches of one run: what each scenario is looked at for when its own steps are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.contract import disagreements
from support.drivers.description import ADDRESS, Undescribed
from support.watches import isolation, met
from support.watches.breach import Breach

if TYPE_CHECKING:
    from support.running.preparation import Prepared
    from support.targets.base import Target
    from support.world import World

CONTRACT = ("API-023",)
_MOST = 5  # disagreements that are told of one scenario


class Watches:
    """Look at one scenario after the other. ``blind`` says what could not be looked at in this run, and why."""

    def __init__(self, target: Target):
        self._target = target
        self._isolation: isolation.Isolation | None = None
        self.blind: list[str] = []

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
        if self.blind:
            return []
        try:
            found = disagreements(self._target.description, world.http.exchanges, world.mask)
        except Undescribed as fault:
            self.blind.append(f"no answer could be compared with the platform's description: {fault}")
            return []
        if len(found) > _MOST:
            found[_MOST:] = [f"and {len(found) - _MOST} more answers disagree with {ADDRESS}"]
        return [Breach(words, CONTRACT) for words in found]

    def operations_met(self, world: World) -> dict[str, list[str]]:
        """Which operations the scenario asked for, and how they answered."""
        return {} if self.blind else met.met(self._target.description, world.http.exchanges)

    def operations(self) -> dict[str, list[str]]:
        """All operations of the platform, and how each can answer; empty where no scenario came to be looked at."""
        return {} if self.blind or "description" not in self._target.__dict__ else met.expected(self._target.description)

    def _read_by_another(self, world: World) -> list[tuple[str, int]]:
        """A sample of what the scenario made, as the administrator of a tenant that it had nothing to do with sees it."""
        others = [name for name, tenant in world.prepared.tenants.items()
                  if tenant.slug not in {each.slug for each in world.tenants.values()}]
        made = isolation.new_records(world.http.exchanges, self._target.description) if others else []
        if not made:
            return []
        reader = world.accounts.tenant(others[0]).administrator
        return [(path, world.http.ask("GET", path, token=reader.access_token).status) for path in made]
