"""Missions: surveys of named targets, what one can do to them, and what is then true of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.mission_promises import CONSTRAINTS, ENDED, MissionPromises
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.survey_promises import SurveyPromises
from support.drivers.at_once import at_once
from support.findings import WrongScenario
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
        for target in self.at(positions):
            target.hold()

    def release(self, positions: list[int]) -> None:
        """These targets answer what waits, and everything from now on."""
        for target in self.at(positions):
            target.release()

    def switch_off(self, positions: list[int]) -> None:
        """Nobody answers at these targets any more."""
        for target in self.at(positions):
            target.close()

    def tell_version(self, positions: list[int]) -> None:
        """These targets say which version of their server runs: rule KB-003."""
        for target in self.at(positions):
            target.headers["Server"] = "harbour/2.4.1"

    def lack(self, rule_path: str, positions: list[int]) -> None:
        """These targets have nothing at this path."""
        for target in self.at(positions):
            target.missing.add(rule_path)

    def fall_silent(self, positions: list[int], answers: int) -> None:
        """These targets answer so many questions, and none after."""
        for target in self.at(positions):
            target.answers_left = answers

    def show(self, positions: list[int], answer: dict[str, Any]) -> None:
        """These targets answer with another ``status``, ``header`` (name, value) or ``text``, or lack ``no_header``;
        all of the mission's targets otherwise have a Strict-Transport-Security."""
        for target in self.targets:
            target.headers.setdefault("Strict-Transport-Security", "max-age=60")
        for target in self.at(positions):
            target.status = answer.get("status", target.status)
            target.headers |= dict([answer["header"]] if "header" in answer else [])
            target.headers.pop(answer.get("no_header"), None)
            target.body = answer.get("text", "Dock control").encode()

    def redirect(self, positions: list[int], stranger: SurveyTarget) -> None:
        """These targets send whoever asks to another host."""
        for target in self.at(positions):
            target.status = 302
            target.headers["Location"] = f"http://{stranger.address}/"

    def fall_silent_at_first(self, positions: list[int], times: int) -> None:
        """These targets leave so many questions without an answer, and answer from then on."""
        for target in self.at(positions):
            target.silent_times = times

    def come_back(self, positions: list[int]) -> None:
        """These targets can be reached again, and answer as they did."""
        for target in self.at(positions):
            target.come_back()

    def drop_policy(self, positions: list[int]) -> None:
        """These targets send no Content-Security-Policy: rule KB-002."""
        for target in self.at(positions):
            del target.headers["Content-Security-Policy"]

    def answer_flawlessly(self) -> None:
        """All targets answer so that no rule of a new tenant finds anything."""
        for target in self.targets:
            target.answer_flawlessly()

    def at(self, positions: list[int]) -> list[SurveyTarget]:
        """The targets at these positions.

        :raises WrongScenario: when the mission has fewer.
        """
        if max(positions) > len(self.targets):
            raise WrongScenario(f"{self.name} has {len(self.targets)} targets, and the sentence speaks of number "
                                f"{max(positions)}")
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

    def start_all_at_once(self) -> list[Outcome]:
        """Start every mission of the scenario, all at the same moment."""
        return at_once([lambda mission=mission: self.attempt("start", mission)
                        for mission in self._world.missions_by_name.values()])

    def create_at_once(self, owner: Person, times: int) -> list[Outcome]:
        """So many missions over a host that nobody asks, created at the same moment."""
        planned = [Mission(f"Round {number}", owner, sent={"name": f"Round {number}", "scope": ["127.0.0.1"],
                                                          "goals": ["report"]}) for number in range(1, times + 1)]
        return at_once([lambda mission=mission: self.try_to_create(mission) for mission in planned])

    def make_more(self, owner: Person, count: int) -> list[Mission]:
        """So many missions over a host that nobody asks."""
        planned = [Mission(f"Round {number}", owner, sent={"name": f"Round {number}", "scope": ["127.0.0.1"],
                                                          "goals": ["report"]}) for number in range(1, count + 1)]
        self._world.missions_by_name |= {mission.name: mission for mission in planned}
        return [self.create(mission) for mission in planned]

    def try_to_create_over(self, name: str, owner: Person, scope: list[str], **more: Any) -> Outcome:
        """Try to create a mission of this scope, whatever becomes of it."""
        mission = Mission(name, owner, sent={"name": name, "scope": scope, "goals": ["report"]} | more)
        outcome = self.try_to_create(mission)
        if outcome.accepted:
            mission.answered, mission.id = outcome.record, outcome.record["id"]
            self._world.missions_by_name[name] = mission
            self._world.clean_up(f"end and delete {name}", self.remove, mission)
        return outcome

    def rename(self, mission: Mission, name: str, by: Person) -> None:
        """Give it another name; the scenario goes on calling it by the old one."""
        answer = self._world.http.ask("PATCH", mission.path, token=by.access_token, json_body={"name": name})
        mission.answered = Outcome(by.name, f"rename {mission.name}", answer).record
        mission.sent["name"] = name

    def attempt(self, verb: str, mission: Mission, by: Person | None = None) -> Outcome:
        """Try to start, pause, resume, stop, retry, read, rename or delete it, whatever becomes of it."""
        who = by or mission.owner
        method, path, body = {
            "read": ("GET", mission.path, None),
            "rename": ("PATCH", mission.path, {"name": f"{mission.name}, renamed"}),
            "delete": ("DELETE", mission.path, None),
        }.get(verb, ("POST", f"{mission.path}/{verb}", None))
        answer = self._world.http.ask(method, path, token=who.access_token, json_body=body)
        return Outcome(who.name, f"{verb} {mission.name}", answer)

    def try_to_change(self, field: str, mission: Mission, by: Person) -> Outcome:
        """Try to give it another name, description, scope, other goals or constraints, after noting how it was."""
        self._world.noted[mission.name] = self.record(mission)
        changed = {"name": f"{mission.name}, changed", "description": "From the gate to the sea",
                   "scope": [self._world.survey_targets.add().address], "goals": ["no_high_findings", "report"],
                   "constraints": {"pause_ms": 5, "max_duration_minutes": 90, "approval_timeout_seconds": 600}}
        self._world.sent["change"] = {each: changed[each] for each in field.split(" and its ")}
        answer = self._world.http.ask("PATCH", mission.path, token=by.access_token,
                                      json_body=self._world.sent["change"])
        return Outcome(by.name, f"change the {field} of {mission.name}", answer)

    def read_all(self, mission: Mission, by: Person) -> list[Outcome]:
        """Everything that can be read of a mission, as this person is answered."""
        parts = ("", "/statistics", "/targets", "/findings", "/approvals", "/report")
        return [Outcome(by.name, f"read {mission.name}{part.replace('/', ', its ')}",
                        self._world.http.ask("GET", f"{mission.path}{part}", token=by.access_token)) for part in parts]

    # Getting somewhere

    def run(self, mission: Mission) -> None:
        """Start it, and wait until it has completed."""
        self.do("start", mission)
        self.await_state(mission, "completed")

    def in_state(self, name: str, owner: Person, state: str) -> Mission:
        """A mission of one target that was brought into this state, as its owner would."""
        mission = self.plan(name, owner)
        if state == "awaiting_approval":
            rule = self._world.knowledge.add("Reset of the crane", owner, risk="high", severity="high")
            self.create(mission, rule_ids=[rule.record["id"]])
            self._world.approvals.await_asked_or_start(mission)
            return mission
        self.create(mission)
        if state == "created":
            return mission
        if state in ("running", "paused", "stopped"):
            mission.hold([1])
        if state == "failed":
            mission.switch_off([1])
        self.do("start", mission)
        for verb in {"paused": ["pause"], "stopped": ["stop"]}.get(state, []):
            self.await_asked(mission, 1)
            self.do(verb, mission)
        if state == "stopped":
            mission.release([1])
        mission.answered = self.await_state(mission, state)
        return mission

    def remove(self, mission: Mission) -> None:
        """End it if need be and delete it: what a scenario leaves where its rows cannot be removed otherwise."""
        status = self.attempt("read", mission)
        if status.answer.status == 401:  # somebody ended the sign-in meanwhile, as the scenario would have it
            self._world.accounts.sign_in(mission.owner).require_accepted()
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
        return all_items(self._world.http, mission.owner, f"{mission.path}/targets")

    def findings(self, mission: Mission) -> list[dict]:
        """All findings of the mission, in the platform's order."""
        return all_items(self._world.http, mission.owner, f"{mission.path}/findings")

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All missions in the person's list."""
        return all_items(self._world.http, person, f"{V2}/missions", **filters)

    def rule_count(self, mission: Mission) -> int:
        """How many rules the mission applies: those it names, else all of the tenant that are enabled."""
        named = mission.sent.get("rule_ids")
        return len(named or self._world.knowledge.listed(mission.owner, enabled="true"))

    def _read(self, mission: Mission, part: str) -> dict:
        answer = self._world.http.ask("GET", f"{mission.path}/{part}", token=mission.owner.access_token)
        return Outcome(mission.owner.name, f"read the {part} of {mission.name}", answer).record
