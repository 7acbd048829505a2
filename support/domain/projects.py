"""Projects, and the repositories and technologies under them: what people do with them, and what is then true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items, in_pages
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

Fields = dict[str, Any]
ASIDE = ("id", "created_at", "updated_at", "version", "project_id")  # of a record: what says nothing of what somebody wrote


@dataclass(frozen=True)
class Kind:
    """A kind of record: where it stands, the field that names it, and what a new one has where nothing is said."""

    path: str
    name: str
    valid: Fields
    is_under_project: bool = True


KINDS = {
    "project": Kind(f"{V2}/projects", "name", {"owner": "Harbour Works", "description": "Lamps and gates"}, False),
    "repository": Kind(f"{V2}/repositories", "name", {"owner": "harbour-works"}),
    "technology": Kind(f"{V2}/technologies", "title", {"domain": "infrastructure"}),
}
PLURALS = {"projects": "project", "repositories": "repository", "technologies": "technology"}


@dataclass
class Thing:
    """A project, repository or technology as a scenario knows it: the record as the platform answered it last."""

    kind: str
    name: str
    owner: Person
    record: Fields

    @property
    def path(self) -> str:
        return f"{KINDS[self.kind].path}/{self.record['id']}"


class Projects:
    """What people do with projects and what is under them."""

    def __init__(self, world: World):
        self._world = world
        self._things: dict[tuple[str, str], Thing] = {}
        self._noted: dict[int, Fields] = {}

    def thing(self, kind: str, name: str = "") -> Thing:
        """The one of that kind and name, from now on the one spoken of; without a name: that one."""
        if name:
            if (kind, name) not in self._things:
                raise WrongScenario(f'no {kind} is called "{name}" here; known are {list(self._things)}')
            self._things[kind, name] = self._things.pop((kind, name))
        known = [each for each in self._things.values() if each.kind == kind]
        if not known:
            raise WrongScenario(f"no {kind} is spoken of yet: let somebody have one first")
        return known[-1]

    def project_of(self, person: Person) -> Thing:
        """The project spoken of last; where there is none, one that the person adds."""
        known = [each for each in self._things.values() if each.kind == "project"]
        return known[-1] if known else self.add(person, "project", self._world.data.full_name("Harbour lights"))

    # Doing

    def add(self, person: Person, kind: str, name: str, **fields: Any) -> Thing:
        """Add one with these fields, and valid ones where nothing is said.

        :raises Finding: when that is refused.
        """
        record = self.try_to_add(person, kind, name, **fields).record
        return self._keep(Thing(kind, name, person, record))

    def try_to_add(self, person: Person, kind: str, name: str, **fields: Any) -> Outcome:
        """The same, whatever becomes of it."""
        made = KINDS[kind]
        under = {"project_id": self.project_of(person).record["id"]} if made.is_under_project else {}
        body = {made.name: name, **made.valid, **under, **fields}
        return self._ask(person, f"add the {kind} {name!r:.60}", "POST", made.path,
                         {field: value for field, value in body.items() if value is not None})

    def add_at_once(self, person: Person, kind: str, name: str, times: int) -> list[Outcome]:
        """The same one so many times at the same moment."""
        return at_once([lambda: self.try_to_add(person, kind, name)] * times)

    def change(self, thing: Thing, person: Person, fields: Fields) -> None:
        """:raises Finding: when that is refused."""
        thing.record = self.try_to_change(thing, person, fields).record

    def try_to_change(self, thing: Thing, person: Person, fields: Fields) -> Outcome:
        self._noted[id(thing)] = self.record(thing)
        return self._ask(person, f"change the {thing.kind} {thing.name}", "PATCH", thing.path, fields)

    def delete(self, thing: Thing, person: Person) -> None:
        """:raises Finding: when that is refused."""
        self.try_to_delete(thing, person).require_accepted(204)

    def try_to_delete(self, thing: Thing, person: Person) -> Outcome:
        return self._ask(person, f"delete the {thing.kind} {thing.name}", "DELETE", thing.path)

    def try_to_read(self, thing: Thing, person: Person) -> Outcome:
        return self._ask(person, f"read the {thing.kind} {thing.name}", "GET", thing.path)

    # Files of a repository

    def put_files(self, repository: Thing, person: Person, files: dict[str, str]) -> None:
        """Replace all files, each a path and its text.

        :raises Finding: when that is refused.
        """
        self.try_to_put_files(repository, person, list(files.items())).require_accepted(200)

    def try_to_put_files(self, repository: Thing, person: Person, files: list[tuple[str, str]]) -> Outcome:
        sent = {"files": [{"path": path, "content": content} for path, content in files]}
        return self._ask(person, f"replace the files of {repository.name}", "PUT", f"{repository.path}/files", sent)

    def require_files(self, repository: Thing, expected: dict[str, int]) -> None:
        """The repository has exactly these files, each of so many bytes, and says how many they are together.

        :raises Finding: when it has others.
        """
        shown = self._ask(repository.owner, "read the files", "GET", f"{repository.path}/files").record["files"]
        seen = {"files": [(file["path"], file["size_bytes"]) for file in shown], **self.record(repository)}
        different = differences({"files": sorted(expected.items()), "file_count": len(expected),
                                 "size_bytes": sum(expected.values())}, seen)
        if different:
            raise Finding(f"of the repository {repository.name} {different}")

    # Reading

    def record(self, thing: Thing) -> Fields:
        """The record as the platform shows it now."""
        return self.try_to_read(thing, thing.owner).record

    def require_reads(self, thing: Thing, expected: Fields) -> None:
        """Its fields are exactly these, when it is read and in the answer that made it what it is.

        :raises Finding: naming what differs.
        """
        for where, record in (("read", self.record(thing)), ("answered", thing.record)):
            seen = {name: value for name, value in record.items() if name not in ASIDE}
            if seen != expected:
                raise Finding(f"the {thing.kind} {thing.name}, as it is {where}, should have exactly {expected}, "
                              f"and has {seen}")

    def require_name(self, thing: Thing, name: str) -> None:
        """:raises Finding: when it is called otherwise."""
        seen = self.record(thing)[KINDS[thing.kind].name]
        if seen != name:
            raise Finding(f"the {thing.kind} should be called {name!r}, and is called {seen!r}")

    def require_unchanged(self, thing: Thing) -> None:
        """:raises Finding: when the last attempt to change it changed something."""
        different = differences(self._noted[id(thing)], self.record(thing))
        if different:
            raise Finding(f"nothing about the {thing.kind} {thing.name} should have changed: {different}")

    def require_unknown(self, thing: Thing, person: Person) -> None:
        """:raises Finding: when the person can read it, or is refused otherwise than as unknown."""
        self.try_to_read(thing, person).require_refused("unknown")

    def require_found(self, person: Person, kind: str, expected: list[str], **filters: str) -> None:
        """The person finds exactly these, the newest first.

        :raises Finding: when the list is another.
        """
        found = [item[KINDS[kind].name] for item in all_items(self._world.http, person, KINDS[kind].path, **filters)]
        if found != expected:
            raise Finding(f"{person.name} should find {expected} asking for {filters or 'all'}, and finds {found}")

    def require_in_pages(self, person: Person, kind: str, count: int, size: int) -> None:
        """:raises Finding: when the pages of this size do not show so many records, each once, with their total."""
        in_pages(self._world.http, person, KINDS[kind].path, size).require_each_once(count)

    def try_to_find(self, person: Person, kind: str, **filters: str) -> Outcome:
        return Outcome(person.name, f"find with {filters}", self._world.http.ask(
            "GET", KINDS[kind].path, token=person.access_token, parameters=filters))

    # Numbers

    def statistics(self, project: Thing) -> Fields:
        """The project's numbers as they are answered now, kept or counted."""
        return self._ask(project.owner, "read the numbers", "GET", f"{project.path}/stats").record

    def require_statistics(self, project: Thing, expected: Fields) -> None:
        """Soon the numbers are exactly these, and counted anew they are, too.

        :raises Finding: when they are not.
        """
        await_value(lambda: self.statistics(project), lambda seen: seen == expected, within=self._world.await_seconds,
                    words=lambda seen: f"the numbers of {project.name} should be {expected}, and are {seen}")
        counted = self._world.http.ask("GET", f"{project.path}/stats", token=project.owner.access_token,
                                       headers={"Cache-Control": "no-cache"})
        if counted.json != expected:
            raise Finding(f"the numbers of {project.name}, counted anew, should be {expected}, and are {counted.json}")

    # Other tenants

    def try_everything(self, stranger: Person) -> list[tuple[Outcome, Outcome]]:
        """Everything that can be done to what the scenario speaks of by its id, each with the same on an id that nobody
        has."""
        tries = [(thing.kind, thing.path, method, verb, body) for thing in self._things.values()
                 for method, verb, body in _WAYS[thing.kind]]
        tries += [("analysis", f"{V2}/{path}", method, "", None)
                  for analysis in self._world.analyses.all for method, path in analysis.ways()]
        return [(self._ask(stranger, f"{method} a {kind}", method, f"{path}{verb}", body),
                 self._ask(stranger, f"{method} a {kind} that nobody has", method, f"{_with_other_id(path)}{verb}", body))
                for kind, path, method, verb, body in tries]

    def require_all_unknown(self, tries: list[tuple[Outcome, Outcome]]) -> None:
        """:raises Finding: naming the first that was not refused exactly as for an id that nobody has."""
        for outcome, nobodys in tries:
            outcome.require_unknown_like(nobodys)

    def _keep(self, thing: Thing) -> Thing:
        self._things[thing.kind, thing.name] = thing
        return thing

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body))


# What can be done to a record of each kind by its id.
_ANY: tuple[tuple[str, str, Any], ...] = (("GET", "", None), ("DELETE", "", None))
_WAYS = {
    "project": (*_ANY, ("PATCH", "", {"name": "Mine"}), ("GET", "/stats", None), ("POST", "/analyses", {})),
    "repository": (*_ANY, ("PATCH", "", {"name": "mine"}), ("GET", "/files", None), ("PUT", "/files", {"files": []})),
    "technology": (*_ANY, ("PATCH", "", {"title": "Mine"})),
}


def _with_other_id(path: str) -> str:
    """The path of a record with an id that nobody has in the place of the first one."""
    parts = path.split("/")
    place = next(number for number, part in enumerate(parts) if len(part) == len(str(uuid4())) and part.count("-") == 4)
    return "/".join([*parts[:place], str(uuid4()), *parts[place + 1:]])
