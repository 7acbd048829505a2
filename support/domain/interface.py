"""Everything that the platform offers, as its own description lists it: asked for in vain, or for what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.comparing import some_of
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import few_at_a_time
from support.drivers.contract import disagreements
from support.drivers.description import Operation
from support.drivers.http import Answer, Http
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

IN_VAIN = {"of_no_use": True}  # a field that no operation knows: whoever may do it is told so, and nothing is done
_NAME = re.compile(r"\{[^/]*?\}")


class Interface:
    """The platform's operations, whichever area they belong to."""

    def __init__(self, world: World):
        self._world = world
        self._ids: dict[str, str | None] = {}
        self.spared: set[str] = set()  # ids of records that are not to be taken for an example

    @property
    def operations(self) -> tuple[Operation, ...]:
        return self._world.target.description.operations

    def signed_in(self) -> list[Operation]:
        """Those that need a person's sign-in."""
        return [each for each in self.operations if any("person" in way for way in each.body.get("security", ()))]

    def try_in_vain(self, operation: Operation, token: str | None, headers: dict[str, str] | None = None,
                    http: Http | None = None) -> Answer:
        """Ask for records that nobody has, and send what no operation takes. ``http``: at another process."""
        return (http or self._world.http).ask(operation.method, of_nobody(operation.path), token=token, headers=headers,
                                              json_body=_sent(operation))

    def try_all_in_vain(self, operations: Iterable[Operation], token: str | None, headers: dict[str, str] | None = None,
                        http: Http | None = None) -> list[tuple[Operation, Answer]]:
        """The same for each of these operations, with its answer."""
        operations = list(operations)
        return list(zip(operations, few_at_a_time(partial(self.try_in_vain, each, token, headers, http)
                                                  for each in operations), strict=True))

    def answers_in_vain(self, operation: Operation) -> int:
        """How an operation answers who may do it and asks in vain: there is no such record; a reading without a record
        succeeds; a writing is refused for what was sent."""
        if _NAME.search(operation.path):
            return 404
        if "requestBody" not in operation.body:
            return next(int(status) for status in operation.body["responses"] if status.startswith("2"))
        return 422 if _takes_json(operation) else 415

    def ask_for_everything(self, person: Person) -> None:
        """Ask for each operation without a token, in vain, and for what there really is: the first record of each list."""
        few_at_a_time([partial(self._world.http.ask, operation.method, path, json_body=_sent(operation), **by)
                       for operation in self.operations for path, by in self._ways_to_ask(operation, person)])

    def _ways_to_ask(self, operation: Operation, person: Person) -> Iterator[tuple[str, dict[str, Any]]]:
        yield _NAME.sub("nothing", operation.path), {}
        token, headers = self._as(person, operation)
        by = {"token": token, "headers": headers}
        yield of_nobody(operation.path), by
        path = self._real(operation.path, person)
        if path and (operation.method == "GET" or "requestBody" in operation.body):
            yield path, by

    def known_ids(self, person: Person) -> dict[str, list[str]]:
        """For each parameter of a path the id of a record that this person can read, where a list shows one."""
        found: dict[str, list[str]] = {}
        for operation in self.operations:
            real = self._real(operation.path, person)
            for name, value in zip(operation.path.split("/"), (real or "").split("/"), strict=False):
                if name.startswith("{") and value:
                    found.setdefault(name.strip("{}"), [value])
        return found

    def require_as_described(self) -> None:
        """Every answer that the scenario got agrees with the platform's description, and each operation gave one.

        :raises Finding: naming what disagrees.
        """
        world, description = self._world, self._world.target.description
        faults = disagreements(description, world.http.exchanges, world.mask)
        answered = {description.asked_for(exchange.method, exchange.path) for exchange in world.http.exchanges}
        faults += [f"{each.name} was not asked for" for each in self.operations if each not in answered]
        if faults:
            raise Finding(f"every answer should be as the platform describes it: {some_of(faults)}")

    def _as(self, person: Person, operation: Operation) -> tuple[str | None, dict[str, str]]:
        """What shows that somebody may ask: the platform's key above all tenants, else the person's token."""
        if operation.path.startswith("/platform/"):
            return None, {"X-Platform-Key": self._world.target.platform_key}
        return person.access_token, {}

    def _real(self, path: str, person: Person) -> str | None:
        """The path of the first record of each list on the way; None where there is no such list, or nothing in it."""
        before, name, after = path.partition("{")
        if not name:
            return path
        found = self._first_of(before.rstrip("/"), person)
        return self._real(f"{before}{found}{after.partition('}')[2]}", person) if found else None

    def _first_of(self, path: str, person: Person) -> str | None:
        if path not in self._ids:
            operation = self._world.target.description.asked_for("GET", path)
            self._ids[path] = operation and self._first_listed(operation, path, person)
        return self._ids[path]

    def _first_listed(self, operation: Operation, path: str, person: Person) -> str | None:
        token, headers = self._as(person, operation)
        outcome = Outcome(person.name, f"read {operation.path}",
                          self._world.http.ask("GET", path, token=token, headers=headers))
        record: Any = outcome.record
        items = record.get("items") if isinstance(record, dict) else None
        named = [item.get("id") or item.get("name") for item in items or ()]  # what has no id is known by its name
        return next((each for each in named if each and each not in self.spared), None)


def of_nobody(path: str) -> str:
    """The path with an id in each place that nothing has."""
    return _NAME.sub(lambda _: str(uuid4()), path)


def _sent(operation: Operation) -> dict[str, Any] | None:
    return IN_VAIN if "requestBody" in operation.body else None


def _takes_json(operation: Operation) -> bool:
    return "application/json" in operation.body["requestBody"].get("content", {})
