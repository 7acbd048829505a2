"""Two people who change the same record from the same version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

KINDS = ("site", "ticket", "task", "client", "deal")


class Versions:
    """A record, and changes of it that say from which version they were made."""

    def __init__(self, world: World):
        self._world = world
        self._kind, self._path, self._field = "", "", ""

    def add(self, kind: str, person: Person, name: str) -> None:
        """A new record of this kind, at its first version."""
        collection, self._field, sent = self._new(kind, person, name)
        answer = self._world.http.ask("POST", f"{V2}/{collection}", token=person.access_token, json_body=sent)
        record = Outcome(person.name, f"add the {kind} {name}", answer).record
        if record["version"] != 1:
            raise Finding(f"a new {kind} should be of version 1, and is of {record['version']}")
        self._kind, self._path = kind, f"{V2}/{collection}/{record['id']}"

    def _new(self, kind: str, person: Person, name: str) -> tuple[str, str, dict[str, Any]]:
        """Where a record of this kind is made, the field that names it, and what is sent."""
        world = self._world
        if kind == "task":
            site = world.sites.have(person.tenant, "North Pier")
            return "tasks", "name", {"name": name, "site_id": site.id, "planned_at": "2036-11-28T12:00:00Z",
                                     "plan_minutes": 30, "expiry_minutes": 60}
        if kind == "deal":
            return "deals", "name", {"name": name, "client_id": world.clients.have(person, "Nord Ltd").id,
                                     "value": "1000.00", "currency": "USD", "payment_method": "bank", "source": "google"}
        return {"site": ("sites", "name", {"code": "V1", "name": name}), "ticket": ("tickets", "title", {"title": name}),
                "client": ("clients", "name", {"name": name, "email": world.data.email("Nord")})}[kind]

    def change_at_once(self, people: list[Person], version: int) -> list[Outcome]:
        """Each gives it another name, all from this version and at the same moment."""
        return at_once([lambda person=person: self.change(person, version) for person in people])

    def change(self, person: Person, version: int) -> Outcome:
        """Name it after the person, from this version."""
        answer = self._world.http.ask("PATCH", self._path, token=person.access_token, headers={"If-Match": f'"{version}"'},
                                      json_body={self._field: f"{person.name}'s"})
        return Outcome(person.name, f"rename the {self._kind}", answer)

    def require_state_of_accepted(self, outcomes: list[Outcome], reader: Person) -> None:
        """It is as the one change that was accepted left it.

        :raises Finding: when it is not.
        """
        accepted = next(outcome for outcome in outcomes if outcome.accepted)
        record = Outcome(reader.name, f"read the {self._kind}", self._world.http.ask(
            "GET", self._path, token=reader.access_token)).record
        if record != accepted.record:
            raise Finding(f"the {self._kind} should be as {accepted.who} left it ({accepted.record[self._field]}, version "
                          f"{accepted.record['version']}), and is {record[self._field]}, version {record['version']}")
