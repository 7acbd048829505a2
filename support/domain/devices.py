"""Devices: what people work with, how they register and lose them, and what is then true of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.drivers.websocket import Socket
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

DEVICES = f"{V2}/devices"
TYPES = ("phone", "tablet", "laptop", "desktop")
DEACTIVATED = (4403, "device_inactive")
SEEN_WITHIN = timedelta(seconds=60)


class Devices:
    """The devices of a scenario, by what they call themselves."""

    def __init__(self, world: World):
        self._world = world
        self._records: dict[str, dict] = {}  # device id -> the record as it was answered last
        self._sockets: dict[str, Socket] = {}

    def try_to_register(self, person: Person, device_id: str, kind: str, **more: Any) -> Outcome:
        """Register it, whatever becomes of it."""
        outcome = self._ask(person, f"register the {kind} {device_id:.40}", "POST", DEVICES,
                            {"device_id": device_id, "type": kind, **more})
        if outcome.accepted:
            self._records[device_id] = outcome.record
        return outcome

    def register_at_once(self, person: Person, device_id: str, kind: str, times: int) -> list[Outcome]:
        """Register it several times at the same moment."""
        return at_once([lambda: self.try_to_register(person, device_id, kind)] * times)

    def try_everything(self, person: Person, device_id: str) -> list[Outcome]:
        """Read it, name it, and deactivate it."""
        path, words = self._path(device_id), f"the device {device_id}"
        return [self._ask(person, f"read {words}", "GET", path), self._ask(person, f"name {words}", "PATCH", path,
                {"name": "Mine"}), self._ask(person, f"deactivate {words}", "DELETE", path)]

    def rename(self, person: Person, device_id: str, name: str, version: int | None = None) -> Outcome:
        """Name it, from this version where one is given."""
        headers = {"If-Match": f'"{version}"'} if version else None
        return self._ask(person, f"name the device {device_id}", "PATCH", self._path(device_id), {"name": name}, headers)

    def rename_at_once(self, people: list[Person], device_id: str, version: int) -> list[Outcome]:
        """Each names it after themselves at the same moment, from the same version."""
        return at_once([lambda person=person: self.rename(person, device_id, f"{person.name}'s", version)
                        for person in people])

    def deactivate(self, person: Person, device_id: str) -> None:
        """:raises Finding: when that is refused."""
        self._ask(person, f"deactivate {device_id}", "DELETE", self._path(device_id)).require_accepted(204)

    def connect(self, person: Person, device_id: str) -> None:
        """Connect for live updates by this device; greeted, and closed after the scenario."""
        world = self._world
        socket = Socket(f"{world.target.websocket_url}?device_id={device_id}", world.evidence, person.name,
                        token=person.access_token, headers=world.trace.headers())
        world.clean_up(f"close the connection of {device_id}", socket.close)
        socket.await_frame("a greeting", lambda frame: frame.type == "connected", world.await_seconds)
        self._sockets[device_id] = socket

    # What must be true

    def require_registered(self, outcome: Outcome, registration: str, priority: int) -> None:
        """:raises Finding: when it was answered as something else, or with another status."""
        outcome.require_accepted(201 if registration == "registered" else 200)
        different = differences({"registration": registration, "priority": priority, "status": "active"}, outcome.record)
        if different:
            raise Finding(f"on trying to {outcome.what} {different}")

    def require_made_once(self, outcomes: list[Outcome]) -> None:
        """:raises Finding: when not exactly one attempt made it, or one did not find it."""
        seen = sorted(f"{outcome.answer.status} {outcome.record['registration']}" for outcome in outcomes)
        if seen != ["200 updated"] * (len(outcomes) - 1) + ["201 registered"]:
            raise Finding(f"of {len(outcomes)} attempts to {outcomes[0].what} one should make it and the others find it, "
                          f"and they were answered {seen}")

    def require_listed(self, person: Person, expected: list[dict[str, str]]) -> None:
        """The person's list holds exactly these, newest first, each seen a moment ago.

        :raises Finding: showing the list.
        """
        items = all_items(self._world.http, person, DEVICES)
        names = {each.id: each.name for each in self._world.people.values()}
        found = [{"device": each["device_id"], "type": each["type"], "name": each["name"],
                  "priority": str(each["priority"]), "status": each["status"], "whose": names.get(each["person_id"], "")}
                 for each in items]
        if found != expected:
            raise Finding(f"{person.name}'s list of devices should be {expected}, and is {found}")
        now = self._world.operations.platform_now()
        old = [each["device_id"] for each in items
               if not timedelta() <= now - datetime.fromisoformat(each["last_seen_at"]) + timedelta(seconds=1) < SEEN_WITHIN]
        if old:
            raise Finding(f"each device was seen less than a minute ago, and the list says otherwise of {old}")

    def require_only(self, person: Person, device_ids: list[str]) -> None:
        """:raises Finding: when the person's list has others, or one of them twice."""
        found = [each["device_id"] for each in all_items(self._world.http, person, DEVICES)]
        if sorted(found) != sorted(device_ids):
            raise Finding(f"{person.name} should find the devices {device_ids}, and finds {found}")

    def require_name(self, person: Person, device_id: str, name: str) -> None:
        """:raises Finding: when it is called something else."""
        found = self._ask(person, f"read {device_id}", "GET", self._path(device_id)).record["name"]
        if found != name:
            raise Finding(f"{device_id} should be called {name!r}, and is {found!r}")

    def require_as_left(self, person: Person, device_id: str, outcomes: list[Outcome]) -> None:
        """:raises Finding: when it is not as the one who was accepted left it."""
        left = next(outcome.record for outcome in outcomes if outcome.accepted)
        found = self._ask(person, f"read {device_id}", "GET", self._path(device_id)).record
        if found != left:
            raise Finding(f"{device_id} should be {left}, and is {found}")

    def require_disconnected(self, device_id: str) -> None:
        """Told that it was deactivated, and closed.

        :raises Finding: when it is not, or closed with another code.
        """
        code, reason = DEACTIVATED
        socket = self._sockets[device_id]
        socket.await_frame(f"the error {reason}", lambda frame: frame.type == "error" and frame.data["reason"] == reason,
                           self._world.await_seconds)
        closed, _ = socket.await_close(self._world.await_seconds)
        if closed != code:
            raise Finding(f"{device_id} should be disconnected with {code}, and was with {closed}")

    def require_connected(self, device_id: str) -> None:
        """:raises Finding: when it is not answered any more."""
        socket, start = self._sockets[device_id], len(self._sockets[device_id].frames)
        socket.send("ping")
        socket.await_frame(f"an answer to {device_id}", lambda frame: frame.type == "pong", self._world.await_seconds, start)

    def _path(self, device_id: str) -> str:
        if device_id not in self._records:
            raise WrongScenario(f"no device {device_id} is registered here; known are {list(self._records)}")
        return f"{DEVICES}/{self._records[device_id]['id']}"

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None,
             headers: dict[str, str] | None = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body,
                                                                headers=headers))
