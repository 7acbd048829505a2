"""All the watches of one run: what each scenario is looked at for when its own steps are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.contract import disagreements
from support.drivers.description import ADDRESS, Undescribed
from support.watches.breach import Breach

if TYPE_CHECKING:
    from support.targets.base import Target
    from support.world import World

CONTRACT = ("API-023",)
_MOST = 5  # disagreements that are told of one scenario


class Watches:
    """Look at one scenario after the other. ``blind`` says what could not be looked at in this run, and why."""

    def __init__(self, target: Target):
        self._target = target
        self.blind: list[str] = []

    def look(self, world: World) -> list[Breach]:
        """The promises that hold whatever a scenario speaks of, and that this one saw broken."""
        return self._contract(world)

    def _contract(self, world: World) -> list[Breach]:
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
