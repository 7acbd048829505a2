"""What somebody is paid, as far as others may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.attendance import ATTENDANCE
from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class PayRates:
    """Asks for pay rates."""

    def __init__(self, world: World):
        self._world = world

    def ask(self, reader: Person, whose: Person) -> Outcome:
        answer = self._world.http.ask("GET", f"{ATTENDANCE}/pay-rates/{whose.id}", token=reader.access_token)
        return Outcome(reader.name, f"read the pay rates of {whose.name}", answer)

    def require_told(self, outcome: Outcome, whose: Person, rates: dict[str, str]) -> None:
        """The answer holds exactly these rates, of this person.

        :raises Finding: naming what differs.
        """
        expected, told = {"person_id": whose.id} | rates, outcome.record
        if told != expected:
            raise Finding(f"{outcome.who} should be told the pay rates of {whose.name}: {differences(expected, told)}; and "
                          f"nothing beyond them but {sorted(told.keys() - expected.keys())} is told")
