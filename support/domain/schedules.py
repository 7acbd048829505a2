"""What recurs by the clock, done now: as an administrator has it done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Tenant
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World


class Schedules:
    """Runs of what recurs, for one tenant."""

    def __init__(self, world: World):
        self._world = world

    def run(self, name: str, tenant: Tenant | None = None, times_at_once: int = 1) -> None:
        """Have this recurring task run for the tenant (else: the scenario's only one), so many times at one moment, and
        wait until all work has ended.

        :raises Finding: when that is refused, or work goes on and on.
        """
        asked = at_once([lambda: self.try_to_run(name, tenant)] * times_at_once)
        for outcome in asked:
            outcome.require_accepted(202)
        self._world.await_quiet()

    def try_to_run(self, name: str, tenant: Tenant | None = None) -> Outcome:
        """Ask for it, whatever becomes of that."""
        person = self._world.accounts.administrator(self._tenant(tenant))
        answer = self._world.http.ask("POST", f"{V2}/background/schedule/{name}/run", token=person.access_token)
        return Outcome(person.name, f"have {name} run", answer)

    def _tenant(self, tenant: Tenant | None) -> Tenant:
        if tenant is not None:
            return tenant
        if len(self._world.tenants) != 1:
            raise WrongScenario(f"this scenario has the tenants {list(self._world.tenants)}: say for which one something is "
                                "run")
        return next(iter(self._world.tenants.values()))
