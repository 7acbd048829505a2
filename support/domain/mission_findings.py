"""What missions found: reading it, deciding about it, and what is then true of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.survey_promises import FIRST_RULES
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.world import World

STATES = ("open", "confirmed", "fixed", "false_positive")
WHY = "The proxy adds it"  # for a false positive, where a feature does not say why
_WORDS = {code: words for words, code in FIRST_RULES.items()}


class MissionFindings:
    """"The finding", in a sentence, is the only one of the mission spoken of, or the one named."""

    def __init__(self, world: World):
        self._world = world
        self._read: dict[str, dict] = {}  # person's name -> a finding as that person read it

    # Reading and deciding

    def the(self, mission: Mission, words: str = "") -> dict:
        """The finding of these words as it is now; without words the mission's only one.

        :raises Finding: when it has none or several.
        """
        found = [each for each in self._world.missions.findings(mission) if not words or words_of(each) == words]
        if len(found) != 1:
            raise Finding(f"{mission.name} should have one finding{f' {words!r}' if words else ''}, and has {len(found)}: "
                          f"{[words_of(each) for each in found]}")
        return found[0]

    def mark(self, mission: Mission, finding: dict, state: str, by: Person, *, words: str | None = None,
             version: int | None = None, in_header: bool = False, through: Mission | None = None) -> Outcome:
        """Try to decide about a finding, whatever becomes of it; ``through`` another mission's address.

        :param version: what the decision is about, named in the body or ``in_header`` (If-Match).
        """
        body = {"status": state, "comment": words, "version": None if in_header else version}
        headers = {"If-Match": f'"{version}"'} if in_header else None
        path = f"{(through or mission).path}/findings/{finding['id']}"
        answer = self._world.http.ask("PATCH", path, token=by.access_token, headers=headers,
                                      json_body={name: value for name, value in body.items() if value is not None})
        return Outcome(by.name, f"mark a finding of {mission.name} as {state}", answer)

    def mark_all(self, mission: Mission, state: str) -> None:
        """Bring every finding of the mission from open into this state."""
        ways = {"open": [], "confirmed": ["confirmed"], "fixed": ["confirmed", "fixed"],
                "false_positive": ["false_positive"]}
        for finding in self._world.missions.findings(mission):
            for step in ways[state]:
                self.mark(mission, finding, step, mission.owner, words=WHY).require_accepted()

    def mark_one_each(self, mission: Mission, by: Person) -> dict[str, Outcome]:
        """Try every decision, each on another finding of the mission; by decision."""
        findings = self._world.missions.findings(mission)
        return {state: self.mark(mission, finding, state, by, words=WHY)
                for state, finding in zip(STATES, findings, strict=True)}

    def read_through(self, mission: Mission, through: Mission, by: Person) -> Outcome:
        """Try to read the mission's finding at the address of another mission."""
        path = f"{through.path}/findings/{self.the(mission)['id']}"
        return Outcome(by.name, f"read a finding of {mission.name} through {through.name}",
                       self._world.http.ask("GET", path, token=by.access_token))

    def note_read(self, mission: Mission, by: Person) -> None:
        """The person reads the finding, and goes by what is read from then on."""
        self._read[by.name] = self.the(mission)

    def as_read(self, by: Person) -> dict:
        """The finding as the person read it."""
        return self._read[by.name]

    # What must be true

    def require_says(self, mission: Mission, expected: dict[str, str]) -> None:
        """The finding is open, undecided, and says all this; read alone it is the same as in the list.

        :raises Finding: naming what differs.
        """
        listed = self.the(mission)
        path = f"{mission.path}/findings/{listed['id']}"
        alone = Outcome(mission.owner.name, "read a finding",
                        self._world.http.ask("GET", path, token=mission.owner.access_token)).record
        undecided = {"status": "open", "decided_by": None, "decided_at": None, "comment": ""}
        different = differences(expected | undecided, listed) or differences(listed, alone)
        if different:
            raise Finding(f"the finding of {mission.name} should say what was found: {different}")

    def require_evidence(self, mission: Mission, words: str) -> None:
        """:raises Finding: when what shows the finding does not tell this."""
        seen = self.the(mission)["evidence"]
        if words not in seen:
            raise Finding(f"the evidence of the finding of {mission.name} should tell {words!r}, and is {seen!r}")

    def require_state(self, mission: Mission, state: str) -> None:
        """:raises Finding: when the finding is in another state."""
        seen = self.the(mission)["status"]
        if seen != state:
            raise Finding(f"the finding of {mission.name} should be {state}, and is {seen}")

    def require_decided(self, mission: Mission, state: str, by: Person, words: str = "") -> None:
        """The finding is in this state, decided by this person just now with these words.

        :raises Finding: naming what differs.
        """
        seen = self.the(mission)
        expected = {"status": state, "decided_by": {"id": by.id, "full_name": by.full_name}, "comment": words}
        different = differences(expected, seen)
        decided = seen["decided_at"] and datetime.fromisoformat(seen["decided_at"])
        found = datetime.fromisoformat(seen["first_seen_at"])
        if different or not decided or not found <= decided <= datetime.now(UTC) + timedelta(seconds=1):
            raise Finding(f"the finding of {mission.name} should be {state} as {by.name} decided: "
                          f"{different or f'found at {found}, decided at {decided}'}")

    def require_possible(self, outcomes: dict[str, Outcome], state: str, possible: list[str]) -> None:
        """Exactly these decisions were accepted; every other was refused, naming the state and what it allows.

        :raises Finding: naming the first that differs.
        """
        for decision, outcome in outcomes.items():
            if decision in possible:
                outcome.require_accepted(200)
            else:
                outcome.require_refused_from(state, possible)

    def require_risk(self, mission: Mission, score: int) -> None:
        """:raises Finding: when the mission's risk is another."""
        seen = self._world.missions.record(mission)["risk_score"]
        if seen != score:
            raise Finding(f"the risk of {mission.name} should be {score}, and is {seen}; its findings are "
                          f"{[(words_of(each), each['severity'], each['status']) for each in self._all(mission)]}")

    def require_severities(self, mission: Mission, expected: list[str]) -> None:
        """:raises Finding: when the list of findings has other severities, or in another order."""
        seen = [each["severity"] for each in self._all(mission)]
        if seen != expected:
            raise Finding(f"the findings of {mission.name} should come as {', '.join(expected)}, and come as {seen}")

    def require_narrowed(self, mission: Mission, filters: dict[str, str], expected: list[str]) -> None:
        """What the filter gives are exactly these: "what at number of the target".

        :raises Finding: naming what it gives instead.
        """
        numbers = {target["id"]: number for number, target in enumerate(self._world.missions.targets(mission), 1)}
        asked = {name: value for name, value in filters.items() if name != "target"}
        if "target" in filters:
            asked["target_id"] = next(key for key, number in numbers.items() if number == int(filters["target"]))
        found = all_items(self._world.http, mission.owner, f"{mission.path}/findings", **asked)
        seen = sorted(f"{words_of(each)} at {numbers[each['target_id']]}" for each in found)
        if seen != sorted(expected):
            raise Finding(f"asking for the findings of {mission.name} with {filters} should give {sorted(expected)}, "
                          f"and gives {seen}")

    def _all(self, mission: Mission) -> list[dict]:
        return self._world.missions.findings(mission)


def words_of(finding: dict) -> str:
    """What was found, as a feature says it: in words of its own for the first rules, else the rule's title."""
    return _WORDS.get(finding["code"], finding["title"])
