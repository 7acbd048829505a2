"""What must be true of a survey: which targets were asked, when, how often, and what was found there."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.stand_ins.survey_targets import SurveyTarget

# What a new tenant looks for, in the words of a feature, and the code of the rule.
FIRST_RULES = {
    "content type to be guessed": "KB-001",
    "no content security policy": "KB-002",
    "the version of its server told": "KB-003",
}
FIGURES = ("targets_total", "targets_surveyed", "targets_unreachable", "steps_total", "steps_done", "steps_skipped",
           "findings_total", "findings_by_severity", "approvals_pending", "goals_achieved")
SEVERITIES = ("critical", "high", "medium", "low", "info")


class SurveyPromises:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    # How long after a pause was answered a target may still be asked: the rule allows 5 s; a target may need less.
    pause_grace_seconds = 5.0

    def await_asked(self, mission: Mission, number: int, times: int = 1) -> None:
        """Target ``number`` (from 1) of the mission got at least so many requests."""
        mission.at([number])[0].await_asked(times, self._world.await_seconds)

    def require_asked_in_order(self, mission: Mission) -> None:
        """Each target was asked for the last time before the next was asked for the first.

        :raises Finding: showing who was asked when.
        """
        addresses = [entry["address"] for entry in self.targets(mission)]
        asked = [(target.requests[0].at, target.requests[-1].at) for target in mission.targets if target.requests]
        in_order = all(last < first for (_, last), (first, _) in pairwise(asked))
        if addresses != mission.sent["scope"] or len(asked) != len(mission.targets) or not in_order:
            raise Finding(f"the targets of {mission.name} should be asked one after the other as named, and were:\n"
                          f"{self._world.survey_targets.transcript()}\nlisted as {addresses}")

    def require_target_states(self, mission: Mission, expected: list[str]) -> None:
        """:raises Finding: when the targets, in the order in which they were named, are in other states."""
        seen = [entry["status"] for entry in self.targets(mission)]
        if seen != expected:
            raise Finding(f"the targets of {mission.name} should be {', '.join(expected)}, and are {', '.join(seen)}")

    def require_targets(self, mission: Mission, addresses: list[str]) -> None:
        """:raises Finding: when the mission has other targets, or in another order, or not all still pending."""
        seen = [(target["address"], target["status"]) for target in self.targets(mission)]
        if seen != [(address, "pending") for address in addresses]:
            raise Finding(f"{mission.name} should have the targets {addresses}, all pending, and has {seen}")

    def require_target_count(self, mission: Mission, count: int) -> None:
        """:raises Finding: when it has more or fewer, or one of them twice."""
        addresses = [target["address"] for target in self.targets(mission)]
        if (len(addresses), len(set(addresses))) != (count, count):
            raise Finding(f"{mission.name} should have {count} targets, each once, and has {len(addresses)}, "
                          f"{len(set(addresses))} of them different")

    def require_findings(self, mission: Mission, expected: list[tuple[int, str, str, str]]) -> None:
        """The findings are exactly these: (number of the target, what was found, severity, status).

        :raises Finding: showing those that are missing and those that should not be.
        """
        numbers = {entry["id"]: number for number, entry in enumerate(self.targets(mission), 1)}
        words = {code: what for what, code in FIRST_RULES.items()}
        seen = [(numbers[finding["target_id"]], words.get(finding["code"], finding["title"]), finding["severity"],
                 finding["status"]) for finding in self.findings(mission)]
        missing, surplus = Counter(expected) - Counter(seen), Counter(seen) - Counter(expected)
        if missing or surplus:
            raise Finding(f"{mission.name} should have {len(expected)} findings; " + "; ".join(filter(None, [
                f"missing: {_findings_in_words(missing)}" if missing else "",
                f"not to be there: {_findings_in_words(surplus)}" if surplus else ""])))

    def require_goal(self, mission: Mission, goal: str, expected: str) -> None:
        """:raises Finding: when the goal stands otherwise, or is not one of the mission's."""
        goals = {each["name"]: each["status"] for each in self.record(mission)["goals"]}
        if goals != {goal: expected}:
            raise Finding(f"{mission.name} should have the goal {goal}, {expected}, and has {goals}")

    def require_statistics(self, mission: Mission, expected: dict[str, int]) -> None:
        """:raises Finding: naming the figures that differ."""
        unknown = expected.keys() - set(FIGURES)
        if unknown:
            raise WrongScenario(f"a mission's statistics have no {', '.join(sorted(unknown))}; they have "
                                + ", ".join(FIGURES))
        statistics = self.statistics(mission)
        different = {name: (value, statistics.get(name)) for name, value in expected.items()
                     if statistics.get(name) != value}
        if different:
            raise Finding(f"the statistics of {mission.name} differ in (expected, stated): {different}")

    def require_statistics_agree(self, mission: Mission) -> None:
        """Every figure that can be counted in a list is what the list says.

        :raises Finding: naming the figures that differ.
        """
        targets, findings, record = self.targets(mission), self.findings(mission), self.record(mission)
        by_severity = Counter(finding["severity"] for finding in findings)
        states = Counter(target["status"] for target in targets)
        rules = self.rule_count(mission)
        self.require_statistics(mission, {
            "targets_total": len(targets),
            "targets_surveyed": states["surveyed"],
            "targets_unreachable": states["unreachable"],
            "steps_total": len(targets) * rules,
            "steps_done": sum(len(target.requests) for target in mission.targets),
            "findings_total": len(findings),
            "findings_by_severity": {severity: by_severity[severity] for severity in SEVERITIES},
            "goals_achieved": sum(goal["status"] == "achieved" for goal in record["goals"]),
        })

    def require_not_asked_since(self, mission: Mission, verb: str) -> None:
        """Once the grace is over and no work is in hand any more: no target was asked after it.

        A target that is held keeps whoever goes on asking at work, so that going on is noticed.

        :raises Finding: naming the first request that came too late.
        """
        if verb not in mission.changes:
            raise WrongScenario(f"nobody has done that to {mission.name} yet: {verb}")
        since = mission.changes[verb]
        self._world.let_pass(since + timedelta(seconds=self.pause_grace_seconds))
        try:
            self._world.await_quiet()
        finally:  # a request that came too late says more than work that goes on
            self._require_none_late(mission, verb, since)

    def _require_none_late(self, mission: Mission, verb: str, since: datetime) -> None:
        for number, target in enumerate(mission.targets, 1):
            for request in target.requests:
                if (request.at - since).total_seconds() > self.pause_grace_seconds:
                    raise Finding(f"no target of {mission.name} should be asked after the {verb} at {since:%H:%M:%S.%f}, "
                                  f"and target {number} of {len(mission.targets)} was: {request}")

    def require_never_asked(self, mission: Mission) -> None:
        """Once all work has ended none of its targets was asked anything.

        :raises Finding: naming those that were.
        """
        self._world.await_quiet()
        asked = [str(request) for target in mission.targets for request in target.requests]
        if asked:
            raise Finding(f"no target of {mission.name} should be asked anything, and they were: {', '.join(asked)}")

    def require_asked_once_a_step(self, mission: Mission, positions: list[int] | None = None) -> None:
        """Each target, or each at these positions, got one request for each rule, and no more.

        :raises Finding: naming the targets that were asked otherwise.
        """
        self._world.await_quiet()
        rules = self.rule_count(mission)
        targets = mission.at(positions) if positions else mission.targets
        counts = [len(target.requests) for target in targets]
        if counts != [rules] * len(counts):
            named = positions or range(1, len(targets) + 1)
            asked = ", ".join(f"target {number} was {count} times" for number, count in zip(named, counts, strict=True))
            raise Finding(f"each target of {mission.name} should be asked {rules} times, once for each rule, and {asked}:\n"
                          f"{self._world.survey_targets.transcript()}")

    def require_asked_once_for(self, mission: Mission, path: str, positions: list[int]) -> None:
        """These targets were asked for this path, and once only.

        :raises Finding: showing what was asked.
        """
        self._require_asked_for(mission, path, dict.fromkeys(positions, 1))

    def require_never_asked_for(self, mission: Mission, path: str, positions: list[int]) -> None:
        """These targets were not asked for this path.

        :raises Finding: showing what was asked.
        """
        self._require_asked_for(mission, path, dict.fromkeys(positions, 0))

    def _require_asked_for(self, mission: Mission, path: str, times: dict[int, int]) -> None:
        self._world.await_quiet()  # what is still in hand might ask yet
        seen = {position: sum(request.path == path for request in mission.at([position])[0].requests)
                for position in times}
        if seen != times:
            raise Finding(f"the targets of {mission.name} (by number) should be asked for {path} so many times: {times}, "
                          f"and were: {seen}\n{self._world.survey_targets.transcript()}")

    def require_stranger_left_alone(self, mission: Mission, stranger: SurveyTarget) -> None:
        """A host that is none of the mission's targets was asked nothing, once no work is in hand any more.

        :raises Finding: showing what it was asked.
        """
        self._world.await_quiet()
        if stranger.requests:
            raise Finding(f"{mission.name} should ask its own targets only, and asked {stranger.address}: "
                          + "; ".join(map(str, stranger.requests)))


def _findings_in_words(findings: Counter) -> str:
    return ", ".join(f"{what} at target {number} ({severity}, {status})"
                     for number, what, severity, status in findings.elements())
