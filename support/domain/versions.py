"""Two people who change the same record from the same version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

SITES = f"{V2}/sites"


class Versions:
    """A site, and changes of it that say from which version they were made."""

    def __init__(self, world: World):
        self._world = world
        self._path = ""

    def add_site(self, person: Person, name: str) -> None:
        """A new site, at its first version."""
        answer = self._world.http.ask("POST", SITES, token=person.access_token, json_body={"code": "V1", "name": name})
        self._path = f"{SITES}/{Outcome(person.name, f'add the site {name}', answer).record['id']}"

    def change_at_once(self, people: list[Person], version: int) -> list[Outcome]:
        """Each gives the site another name, all from this version and at the same moment."""
        return at_once([lambda person=person: self.change(person, version) for person in people])

    def change(self, person: Person, version: int) -> Outcome:
        """Name the site after the person, from this version."""
        answer = self._world.http.ask("PATCH", self._path, token=person.access_token, headers={"If-Match": f'"{version}"'},
                                      json_body={"name": f"{person.name}'s pier"})
        return Outcome(person.name, "rename the site", answer)

    def require_state_of_accepted(self, outcomes: list[Outcome], reader: Person) -> None:
        """The site is as the one change that was accepted left it.

        :raises Finding: when it is not.
        """
        accepted = next(outcome for outcome in outcomes if outcome.accepted)
        record = Outcome(reader.name, "read the site", self._world.http.ask(
            "GET", self._path, token=reader.access_token)).record
        if record != accepted.record:
            raise Finding(f"the site should be as {accepted.who} left it ({accepted.record['name']}, version "
                          f"{accepted.record['version']}), and is {record['name']}, version {record['version']}")
