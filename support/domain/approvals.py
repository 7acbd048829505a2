"""Approvals: what a mission asks before a risky step, who decides, and what is then true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.knowledge import Rule
    from support.domain.missions import Mission
    from support.world import World

USUAL_SECONDS = 86400  # for how long an approval is open where the mission says nothing
WHY = "Ships are unloading"
WORDS = {"approve": "comment", "reject": "reason"}  # what the words of a decision are called


class Approvals:
    """"It", in the sentences about approvals, is the one that the mission spoken of asked for last."""

    def __init__(self, world: World):
        self._world = world
        self._asked: dict[str, dict] = {}  # mission's id -> the approval as it was when it was asked for
        self._decided: dict[str, dict] = {}  # approval's id -> the decision that was accepted

    # Doing

    def await_asked(self, mission: Mission) -> dict:
        """The mission waits for a decision that it has not asked for before; the approval.

        :raises Finding: when it does not come to that.
        """
        known = {each["id"] for each in (self._asked.get(mission.id), *self._decided.values()) if each}

        def look() -> list[dict]:
            return [each for each in self.listed(mission, status="pending") if each["id"] not in known]

        found = await_value(look, lambda seen: len(seen) == 1, within=self._world.await_seconds, words=lambda seen:
                            f"{mission.name} should wait for one approval, and asks for {seen or 'nothing new'}")[0]
        self._world.missions.require_state(mission, "awaiting_approval")
        self._asked[mission.id] = found
        return found

    def await_asked_or_start(self, mission: Mission) -> dict:
        """The same; a mission that was not started yet is."""
        if not mission.changes:
            self._world.missions.do("start", mission)
        return self.await_asked(mission)

    def decide(self, mission: Mission, decision: str, by: Person, words: str | None = None) -> Outcome:
        """Approve or reject what the mission asked for last, whatever becomes of it."""
        return self.decide_through(mission, mission, decision, by, words)

    def try_to_decide(self, mission: Mission, decision: str, by: Person) -> Outcome:
        """The same, with a reason where a rejection needs one and the feature gives none."""
        return self.decide(mission, decision, by, WHY if decision == "reject" else None)

    def decide_through(self, through: Mission, mission: Mission, decision: str, by: Person,
                       words: str | None = None) -> Outcome:
        """The same, at the address of another mission."""
        approval = self._asked[mission.id]
        body = {} if words is None else {WORDS[decision]: words}
        answer = self._world.http.ask("POST", f"{through.path}/approvals/{approval['id']}/{decision}",
                                      token=by.access_token, json_body=body)
        outcome = Outcome(by.name, f"{decision} a step of {mission.name}", answer)
        if outcome.accepted:
            self._decided[approval["id"]] = outcome.record
        return outcome

    def decide_at_once(self, mission: Mission, decisions: dict[str, Person]) -> list[Outcome]:
        """Each decision by another person, all at the same moment."""
        return at_once([lambda decision=decision, by=by: self.decide(mission, decision, by, f"said {by.name}")
                        for decision, by in decisions.items()])

    def listed(self, mission: Mission, **filters: Any) -> list[dict]:
        """All approvals that the mission has asked for, the latest first."""
        return all_items(self._world.http, mission.owner, f"{mission.path}/approvals", **filters)

    # What must be true

    def require_asks_for(self, mission: Mission, rule: Rule, position: int) -> None:
        """The mission comes to wait for the approval of this rule at this target, undecided and open as long as it says.

        :raises Finding: naming what differs.
        """
        approval = self.await_asked(mission)
        numbers = {target["id"]: number for number, target in enumerate(self._world.missions.targets(mission), 1)}
        titles = {each.record["id"]: each.title for each in self._world.knowledge.rules}
        different = differences(
            {"the rule": rule.title, "the number of the target": position, "the risk": "high", "the state": "pending",
             "who decided": None, "when that was": None},
            {"the rule": titles.get(approval["rule_id"], approval["rule_id"]),
             "the number of the target": numbers.get(approval["target_id"]), "the risk": approval["risk"],
             "the state": approval["status"], "who decided": approval["decided_by"],
             "when that was": approval["decided_at"]})
        if different:
            raise Finding(f"what {mission.name} asks for is wrong: {different}")
        self._world.missions.require_statistics(mission, {"approvals_pending": 1})

    def require_open_for(self, mission: Mission, time: timedelta) -> None:
        """:raises Finding: when the approval is open for another time."""
        approval = self._asked[mission.id]
        open_for = datetime.fromisoformat(approval["expires_at"]) - datetime.fromisoformat(approval["requested_at"])
        if open_for != time:
            raise Finding(f"the approval of {mission.name} should be open for {time}, and is for {open_for}")

    def require_state(self, mission: Mission, expected: str) -> None:
        """:raises Finding: when the approval that was asked for last is in another state."""
        seen = self._read(mission)["status"]
        if seen != expected:
            raise Finding(f"the approval of {mission.name} should be {expected}, and is {seen}")

    def require_decision(self, outcome: Outcome, decision: str, by: Person, words: str) -> None:
        """The answer is the decision: what, by whom, with which words, at a moment between the request and now.

        :raises Finding: naming what differs.
        """
        outcome.require_accepted(200)
        seen = outcome.record
        different = differences({"the decision": decision, "its author": {"id": by.id, "full_name": by.full_name},
                                 "its words": words},
                                {"the decision": seen["status"], "its author": seen["decided_by"],
                                 "its words": seen["comment"]})
        asked, decided = seen["requested_at"], seen["decided_at"]
        if different or not decided or not _moment(asked) <= _moment(decided) <= datetime.now(UTC) + timedelta(seconds=1):
            raise Finding(f"{by.name} should be answered with her decision, and was not as it was made: "
                          f"{different or f'asked for at {asked}, decided at {decided}'}")

    def require_stands(self, mission: Mission, by: Person) -> None:
        """The list shows the decision exactly as it was accepted, and as this person's.

        :raises Finding: naming what differs.
        """
        self._require_as_accepted(mission, self._decided[self._asked[mission.id]["id"]] | {
            "decided_by": {"id": by.id, "full_name": by.full_name}})

    def require_accepted_one(self, mission: Mission, outcomes: list[Outcome]) -> None:
        """What stands is the decision of the one of these who was accepted.

        :raises Finding: naming what stands instead.
        """
        self._require_as_accepted(mission, next(outcome.record for outcome in outcomes if outcome.accepted))

    def _require_as_accepted(self, mission: Mission, accepted: dict) -> None:
        different = differences(accepted, self._read(mission))
        if different:
            raise Finding(f"the decision about {mission.name} should stand as it was accepted: {different}")

    def _read(self, mission: Mission) -> dict:
        wanted = self._asked[mission.id]["id"]
        found = [each for each in self.listed(mission) if each["id"] == wanted]
        if len(found) != 1:
            raise Finding(f"{mission.name} should list the approval {wanted} once, and lists it {len(found)} times")
        return found[0]


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
