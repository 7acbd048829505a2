"""Missions: surveys of named targets, what one can do to them, and what is then true of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.mission_promises import CONSTRAINTS, ENDED, MissionPromises
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.survey_promises import SurveyPromises
from support.drivers.at_once import at_once
from support.findings import Finding
from support.stand_ins.survey_targets import SurveyTarget

if TYPE_CHECKING:
    from support.world import World



@dataclass
class Mission:
    """A mission as a scenario knows it: its name, its record's id, whose it is, and the targets it surveys."""

    name: str
    owner: Person
    targets: list[SurveyTarget] = field(default_factory=list)
    id: str = ""
    sent: dict = field(default_factory=dict)
    answered: dict = field(default_factory=dict)  # the record as the platform answered it last
    changes: dict[str, datetime] = field(default_factory=dict)  # verb -> when the platform had answered it
    answered_in: dict[str, float] = field(default_factory=dict)  # verb -> seconds until the answer
    done_by: dict[str, Person] = field(default_factory=dict)  # verb -> who

    @property
    def path(self) -> str:
        return f"{V2}/missions/{self.id}"

    # What its targets do; positions are counted from 1

    def hold(self, positions: list[int]) -> None:
        """These targets accept requests and let each wait for its answer."""
        for target in self._at(positions):
            target.hold()

    def release(self, positions: list[int]) -> None:
        """These targets answer what waits, and everything from now on."""
        for target in self._at(positions):
            target.release()

    def switch_off(self, positions: list[int]) -> None:
        """Nobody answers at these targets any more."""
        for target in self._at(positions):
            target.close()

    def tell_version(self, positions: list[int]) -> None:
        """These targets say which version of their server runs: rule KB-003."""
        for target in self._at(positions):
            target.headers["Server"] = "harbour/2.4.1"

    def drop_policy(self, positions: list[int]) -> None:
        """These targets send no Content-Security-Policy: rule KB-002."""
        for target in self._at(positions):
            del target.headers["Content-Security-Policy"]

    def answer_flawlessly(self) -> None:
        """All targets answer so that no rule of a new tenant finds anything."""
        for target in self.targets:
            target.answer_flawlessly()

    def _at(self, positions: list[int]) -> list[SurveyTarget]:
        return [self.targets[position - 1] for position in positions]


class Missions(MissionPromises, SurveyPromises):
    """What people do with missions, how they read them, and (in the base classes) what must then be true."""

    def __init__(self, world: World):
        self._world = world

    # Doing

    def plan(self, name: str, owner: Person, target_count: int = 1) -> Mission:
        """A mission with so many flawless targets that exists in the suite only, until ``create``."""
        mission = Mission(name, owner, [self._world.survey_targets.add() for _ in range(target_count)])
        mission.sent = {"name": name, "scope": [target.address for target in mission.targets], "goals": ["report"]}
        self._world.missions_by_name[name] = mission
        return mission

    def create(self, mission: Mission, **more: Any) -> Mission:
        """Create it at the platform."""
        mission.sent |= more
        mission.answered = self.try_to_create(mission).record
        mission.id = mission.answered["id"]
        self._world.clean_up(f"end and delete {mission.name}", self.remove, mission)
        return mission

    def create_from_table(self, name: str, owner: Person, fields: dict[str, str]) -> Mission:
        """A mission over one target, with these fields: description, goals (a list in one cell), pause_ms …"""
        mission = self.plan(name, owner)
        constraints = {each: int(fields[each]) for each in CONSTRAINTS if each in fields}
        more: dict[str, Any] = {"description": fields["description"]} if "description" in fields else {}
        if "goals" in fields:
            more["goals"] = fields["goals"].split(", ")
        if constraints:
            more["constraints"] = constraints
        return self.create(mission, **more)

    def try_to_create(self, mission: Mission, by: Person | None = None) -> Outcome:
        who = by or mission.owner
        return Outcome(who.name, f"create {mission.name}",
                       self._world.http.ask("POST", f"{V2}/missions", token=who.access_token, json_body=mission.sent))

    def do(self, verb: str, mission: Mission, by: Person | None = None) -> dict:
        """Start, pause, resume or stop it; the platform's record afterwards.

        :raises Finding: when that is refused.
        """
        outcome = self.attempt(verb, mission, by)
        mission.answered = outcome.record
        mission.changes[verb] = datetime.now(UTC)
        mission.answered_in[verb] = outcome.answer.milliseconds / 1000
        mission.done_by[verb] = by or mission.owner
        return mission.answered

    def try_it(self, verb: str, mission: Mission, by: Person) -> Outcome:
        """``attempt``, after noting how the mission's owner sees it: to be compared with later."""
        self._world.noted[mission.name] = self.record(mission)
        return self.attempt(verb, mission, by)

    def start_at_once(self, mission: Mission, times: int) -> list[Outcome]:
        """So many starts at the same moment."""
        return at_once([lambda: self.attempt("start", mission)] * times)

    def rename(self, mission: Mission, name: str, by: Person) -> None:
        """Give it another name; the scenario goes on calling it by the old one."""
        answer = self._world.http.ask("PATCH", mission.path, token=by.access_token, json_body={"name": name})
        mission.answered = Outcome(by.name, f"rename {mission.name}", answer).record
        mission.sent["name"] = name

    def attempt(self, verb: str, mission: Mission, by: Person | None = None) -> Outcome:
        """Try to start, pause, resume, stop, read, rename or delete it, whatever becomes of it."""
        who = by or mission.owner
        method, path, body = {
            "read": ("GET", mission.path, None),
            "rename": ("PATCH", mission.path, {"name": f"{mission.name}, renamed"}),
            "delete": ("DELETE", mission.path, None),
        }.get(verb, ("POST", f"{mission.path}/{verb}", None))
        answer = self._world.http.ask(method, path, token=who.access_token, json_body=body)
        return Outcome(who.name, f"{verb} {mission.name}", answer)

    def remove(self, mission: Mission) -> None:
        """End it if need be and delete it: what a scenario leaves where its rows cannot be removed otherwise."""
        status = self.attempt("read", mission)
        if status.answer.status == 404:
            return
        if status.record["status"] not in ("created", *ENDED):
            for target in mission.targets:
                target.release()
            self.attempt("stop", mission)
        if not self._world.has_datastores:
            self.attempt("delete", mission).require_accepted()

    # Reading

    def record(self, mission: Mission, by: Person | None = None) -> dict:
        """The mission as the platform shows it now, to its owner or to somebody else."""
        return self.attempt("read", mission, by).record

    def statistics(self, mission: Mission) -> dict:
        return self._read(mission, "statistics")

    def targets(self, mission: Mission) -> list[dict]:
        """All targets of the mission, in the platform's order."""
        return self.all_items(mission.owner, f"{mission.path}/targets")

    def findings(self, mission: Mission) -> list[dict]:
        """All findings of the mission, in the platform's order."""
        return self.all_items(mission.owner, f"{mission.path}/findings")

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All missions in the person's list."""
        return self.all_items(person, f"{V2}/missions", **filters)

    def all_items(self, person: Person, path: str, **filters: Any) -> list[dict]:
        """All pages of a list.

        :raises Finding: when the pages do not add up to the total that the list states.
        """
        items: list[dict] = []
        while True:
            answer = self._world.http.ask("GET", path, token=person.access_token,
                                          parameters={"limit": 100, "offset": len(items)} | filters)
            page = Outcome(person.name, f"list {path.removeprefix(V2)}", answer).record
            items += page["items"]
            if not page["items"] or len(items) >= page["total"]:
                break
        if len(items) != page["total"]:
            raise Finding(f"{path} states a total of {page['total']}, and has {len(items)} items")
        return items

    def rule_count(self, mission: Mission) -> int:
        """How many rules the tenant has that are enabled."""
        return len(self.all_items(mission.owner, f"{V2}/knowledge/rules", enabled="true"))

    def _read(self, mission: Mission, part: str) -> dict:
        answer = self._world.http.ask("GET", f"{mission.path}/{part}", token=mission.owner.access_token)
        return Outcome(mission.owner.name, f"read the {part} of {mission.name}", answer).record
