"""Who may do what, tried on everything that the platform offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.domain import permission_tables as tables
from support.domain.comparing import some_of
from support.domain.outcomes import PROBLEM_DOCUMENT, Outcome
from support.domain.people import Person
from support.drivers.description import Operation
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

_MEMBERS = {"type", "title", "status", "detail", "instance"}  # of a refusal, and no other


@dataclass(frozen=True)
class Attempt:
    """What somebody tried, and what it needs."""

    operation: Operation
    need: tables.Need
    outcome: Outcome


class Permissions:
    """Tries every operation in somebody's name. What is asked for exists nowhere: who is let through is told so."""

    def __init__(self, world: World):
        self._world = world
        self._attempts: dict[str, list[Attempt]] = {}

    def require_tables_complete(self) -> None:
        """Each operation says what it needs, and no other is spoken of.

        :raises Finding: naming those that do not.
        """
        faults = tables.faults(each.name for each in self._world.interface.operations)
        if faults:
            raise Finding("\n".join(faults))

    def try_everything(self, person: Person) -> None:
        """Ask for each operation in this person's name."""
        self.require_tables_complete()
        interface = self._world.interface
        self._attempts[person.name] = [
            Attempt(each, tables.operations()[each.name], Outcome(person.name, each.name, answer))
            for each, answer in interface.try_all_in_vain(interface.operations, person.access_token)]

    def require_as_far_as(self, person: Person, role: str) -> None:
        """What the role has was let through; the rest was refused as not allowed, each time in the same words.

        :raises Finding: naming each operation that was not.
        """
        attempts = self._attempts[person.name]
        faults = [*self._wrongly_answered(attempts, role), *_telling(attempts)]
        if faults:
            raise Finding(f"{person.name} should get as far as the permissions of the role {role} reach, and no further: "
                          f"{some_of(faults)}")

    def _wrongly_answered(self, attempts: list[Attempt], role: str) -> Iterator[str]:
        for attempt in attempts:
            name, need, outcome = attempt.operation.name, attempt.need, attempt.outcome
            status = outcome.answer.status
            if need.needs == tables.PLATFORM_KEY:
                expected, words = 401, "takes the platform's key alone"
            elif tables.lets(role, need.needs):
                expected = need.answers or self._world.interface.answers_in_vain(attempt.operation)
                words = f"needs {need.needs}, which {role} has: it should let through and answer {expected}"
            else:
                expected, words = 403, f"needs {need.needs}, which {role} lacks: it should refuse"
            if status != expected:
                yield f"{name} {words}, and said: {outcome.said()}"


def _telling(attempts: list[Attempt]) -> Iterator[str]:
    """What a refusal tells beyond that it is one: it names neither permission nor role, and is the same everywhere."""
    words = {*tables.permissions(), *next(iter(tables.permissions().values()))}
    seen: dict[tuple[str, str], str] = {}
    for attempt in attempts:
        answer = attempt.outcome.answer
        if answer.status != 403:
            continue
        if answer.media_type != PROBLEM_DOCUMENT or set(answer.json) != _MEMBERS:
            yield f"{attempt.operation.name} should refuse in the one shape of refusals, and said: {answer.excerpt}"
            continue
        said = (answer.json["title"], answer.json["detail"])
        seen.setdefault(said, attempt.operation.name)
        named = sorted(word for word in words if any(word in text.lower().split() for text in said))
        if named:
            yield f"{attempt.operation.name} names {', '.join(named)} in its refusal: {' '.join(said)}"
    if len(seen) > 1:
        yield f"refusals should be worded alike, and these are not: {'; '.join(map(str, seen.items()))}"
