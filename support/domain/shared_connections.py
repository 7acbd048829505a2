"""Several people on one kept connection, as behind a proxy that keeps it for whoever comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.http import Answer
from support.drivers.one_connection import OneConnection
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

LISTS = ("/missions", "/sites", "/people", "/knowledge/rules")


class SharedConnections:
    """Asks in the name of one after the other on the scenario's one connection, which the platform keeps."""

    def __init__(self, world: World):
        self._world = world
        self._kept: OneConnection | None = None

    @property
    def _connection(self) -> OneConnection:
        if self._kept is None:
            self._kept = OneConnection(self._world.target.base_url, self._world.evidence).__enter__()
            self._world.clean_up("leave the shared connection", self._kept.__exit__, None, None, None)
        return self._kept

    def ask(self, person: Person | None, path: str, who: str = "a stranger") -> Outcome:
        """A reading; by nobody in particular where there is no person."""
        headers = self._world.trace.headers() | (
            {"Authorization": f"Bearer {person.access_token}"} if person is not None else {})
        return Outcome(person.name if person is not None else who, f"read {path} on the shared connection",
                       self._connection.ask("GET", f"{V2}{path}", headers))

    def everything_without_a_token(self) -> list[Outcome]:
        """Each list and the own record, by nobody in particular."""
        return [self.ask(None, path) for path in ("/me", "/tenant", *LISTS)]

    def break_off(self, person: Person) -> Outcome:
        """A reading of the person's that ends in an error: the database breaks it off."""
        return self._world.broken_off.during("missions", lambda: self.ask(person, "/missions"), mode="ACCESS EXCLUSIVE")

    def require_names_nobody(self, outcomes: list[Outcome]) -> None:
        """:raises Finding: when an answer to a stranger names a tenant, or shows an id of one."""
        for outcome in outcomes:
            if "X-Tenant" in outcome.answer.headers or "items" in outcome.answer.text:
                raise Finding(f"a stranger's attempt to {outcome.what} should show nothing of whoever asked before, and "
                              f"shows {outcome.answer.headers.get('X-Tenant')!r}: {outcome.answer.excerpt}")

    def require_own_in_turn(self, first: Person, second: Person, times: int) -> None:
        """So many readings in the names of both in turn: each shows the asker's records, all of them and no other.

        :raises Finding: for the first that does not.
        """
        expected = {(person.name, path): self._apart(person, path) for person in (first, second) for path in LISTS}
        for number in range(times):
            person, path = (first, second)[number % 2], LISTS[number // 2 % len(LISTS)]
            self._require_own(person, path, self.ask(person, path), expected[person.name, path], number + 1)

    def require_own(self, person: Person) -> None:
        """Each list shows the asker's records, all of them and no other.

        :raises Finding: for the first that does not.
        """
        for number, path in enumerate(LISTS, 1):
            self._require_own(person, path, self.ask(person, path), self._apart(person, path), number)

    def _apart(self, person: Person, path: str) -> set[str]:
        """What the person finds on a connection that no other tenant uses."""
        answer = self._world.http.ask("GET", f"{V2}{path}", token=person.access_token)
        found = _ids(answer)
        if not found or not found <= self._world.stored.ids_of(person.tenant.id):
            raise Finding(f"{person.name} should find some of the own records with {path}, and finds {found or 'none'}")
        return found

    @staticmethod
    def _require_own(person: Person, path: str, outcome: Outcome, expected: set[str], number: int) -> None:
        outcome.require_accepted(200)
        named, found = outcome.answer.headers.get("X-Tenant"), _ids(outcome.answer)
        if named != person.tenant.slug or found != expected:
            raise Finding(f"reading {number} of {path}, which is {person.name}'s, should be given for {person.tenant.slug} "
                          f"and show {len(expected)} records; it was for {named}, with {sorted(found - expected)} more and "
                          f"{sorted(expected - found)} missing")


def _ids(answer: Answer) -> set[str]:
    return {item["id"] for item in answer.json["items"]}
