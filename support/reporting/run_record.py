"""One run as plain data, taken from behave's own model: the truth that every artefact is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from behave.model import Feature, Rule, Scenario, ScenarioOutline

from support import wall_clock
from support.reporting.files import masked
from support.reporting.identity import area_of, feature_path, rule_of, scenario_ids, title
from support.reporting.marks import severity
from support.reporting.masking import Mask
from support.reporting.notes import Notes, notes_of
from support.reporting.outcome import NOT_STARTED, STATUSES, Outcome, hook_faults, outcome_of
from support.reporting.registry import requirement_ids

FAILURE, USAGE, UNREACHABLE, INTERRUPTED = 1, 2, 3, 130  # exit codes; 0 is what remains


@dataclass(frozen=True)
class Problem:
    """Something that is wrong with the run and belongs to no scenario."""

    text: str
    exit_code: int = FAILURE


@dataclass
class ScenarioRecord:
    """One scenario (an outline's row is one) and what became of it. All texts are masked."""

    id: str  # path, rule, name and example row
    path: str
    line: int
    area: str
    feature: str
    rule: str
    name: str
    description: str
    tags: list[str]
    requirements: list[str]  # that it shows, and those that a watch saw broken in it
    severity: str
    parameters: dict[str, str]  # the outline's row
    status: str  # one of outcome.STATUSES
    reason: str = ""  # why it was skipped or blocked
    seconds: float = 0.0  # all attempts, with hooks and clean-up
    started_at: datetime | None = None
    attempts: list[dict[str, Any]] = field(default_factory=list)  # status, seconds, error, failed_step
    error: str = ""  # of the first attempt
    failed_step: str = ""
    trace: str = ""  # the internal call list; shown in verbose mode only
    steps: list[dict[str, Any]] = field(default_factory=list)  # keyword, name, status, seconds: of the last attempt
    measured: dict[str, Any] = field(default_factory=dict)  # memory_mb (None: not measured), rows {table: n}, reset_ms
    operations: dict[str, list[str]] = field(default_factory=dict)  # that it asked for: success, refusal
    platform_gone: bool = False  # while it was in hand: nothing is known of what it promises


@dataclass
class RunRecord:
    """A whole run. Times are UTC, durations seconds."""

    run_id: str
    folder: Path
    started_at: datetime
    finished_at: datetime | None = None
    elapsed: float | None = None  # from the start to the end by a clock that nobody sets; None: by the two times
    selection: str = ""  # paths, tags, names and the settings that select, in words
    whole: bool = False  # nothing was left out
    command_line: str = ""
    target: dict[str, Any] = field(default_factory=dict)  # name, base_url, versions {part: version}
    settings_shown: dict[str, str] = field(default_factory=dict)
    seed: int | None = None
    broken: str = ""  # the rule of the platform that was broken on purpose
    release: str = ""
    commit: str = ""
    phases: dict[str, float] = field(default_factory=dict)  # boot, seed, scenarios, reset, reports
    scenarios: list[ScenarioRecord] = field(default_factory=list)
    carriers: dict[str, int] = field(default_factory=dict)  # for each requirement the whole suite's scenarios that carry it
    operations: dict[str, list[str]] = field(default_factory=dict)  # of the platform: how each can answer
    listed: int | None = None  # scenarios that the list counted before the run
    interrupted: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """From the start to the end, or until now."""
        if self.elapsed is not None:
            return self.elapsed
        return ((self.finished_at or wall_clock.read()) - self.started_at).total_seconds()

    def counts(self) -> dict[str, int]:
        """``total`` and the number of scenarios with each status."""
        found = Counter(scenario.status for scenario in self.scenarios)
        return {"total": len(self.scenarios), **{status: found[status] for status in STATUSES}}

    def statuses(self) -> dict[str, str]:
        """The status of each scenario by its id."""
        return {scenario.id: scenario.status for scenario in self.scenarios}

    def faults(self) -> list[str]:
        """What is wrong beside the scenarios: each artefact shows these too."""
        faults = [problem.text for problem in self.problems]
        if self.interrupted:
            faults.append("the run was interrupted")
        if not self.scenarios and not faults:
            faults.append("nothing ran: no scenario matches the selection")
        return faults


# What of a record may hold a secret. The rest are numbers, our own words, or names of tables and operations.
_TEXTS = tuple({each.name for each in fields(ScenarioRecord)} - {
    "line", "area", "severity", "status", "seconds", "started_at", "steps", "measured", "operations", "platform_gone"})


def scenario_records(features: Iterable[Feature], in_scope: set[Scenario], mask: Mask) -> list[ScenarioRecord]:
    """The scenarios in scope, in the features' order, with what became of each. Ask after the run."""
    return [scenario_record(scenario, ids[id(scenario)], mask)
            for feature in features for ids in [scenario_ids(feature)]
            for scenario in feature.walk_scenarios() if scenario in in_scope]


def scenario_record(scenario: Scenario, identity: str, mask: Mask) -> ScenarioRecord:
    """One scenario with what became of it so far. The same record is answered while nothing has changed: console,
    results and sign-off each ask for it."""
    notes, outcome = notes_of(scenario), outcome_of(scenario)
    asked = (identity, mask.generation, outcome, tuple(notes.attempts), repr(notes.measured), tuple(notes.broken),
             len(notes.operations), [step.status for step in scenario.all_steps])
    if notes.record is None or notes.record[0] != asked:
        notes.record = (asked, _made_record(scenario, identity, mask, notes, outcome))
    return notes.record[1]


def _made_record(scenario: Scenario, identity: str, mask: Mask, notes: Notes, outcome: Outcome) -> ScenarioRecord:
    path, tags = feature_path(scenario), tags_of(scenario)
    attempts = [{"status": each.status, "seconds": round(each.seconds, 3), "error": each.error,
                 "failed_step": each.failed_step} for each in notes.attempts]
    first = notes.attempts[0] if len(notes.attempts) > 1 else None
    record = ScenarioRecord(
        id=identity, path=path, line=scenario.line, area=area_of(path), feature=scenario.feature.name,
        rule=rule_of(scenario), name=title(scenario), description="\n".join(scenario.description), tags=tags,
        requirements=list(dict.fromkeys([*requirement_ids(tags), *notes.broken])), severity=severity(tags),
        parameters=dict(scenario._row.items()) if scenario._row else {},
        status=_over_all_attempts([each.status for each in notes.attempts], outcome.status),
        reason=outcome.reason, seconds=sum(each.seconds for each in notes.attempts),
        started_at=datetime.fromtimestamp(notes.attempts[0].started, UTC) if notes.attempts else None,
        attempts=attempts, error=first.error if first else outcome.error,
        failed_step=first.failed_step if first else outcome.failed_step, trace=outcome.trace,
        steps=[{"keyword": step.keyword, "name": mask(step.name), "status": step.status.normalized_name,
                "seconds": round(step.duration, 3)} for step in scenario.all_steps],
        measured={"memory_mb": None, "rows": {}, **notes.measured}, operations=notes.operations,
        platform_gone=bool(notes.platform_gone))
    for name in _TEXTS:
        setattr(record, name, masked(getattr(record, name), mask))
    return record


def _over_all_attempts(earlier: list[str], now: str) -> str:
    """The first attempt counts; that a later one passed makes it flaky. What behave's model says now is the last."""
    attempts = [*earlier[:-1], now]
    if len(attempts) > 1 and attempts[0] != "passed":
        return "flaky" if attempts[-1] == "passed" else attempts[0]
    return attempts[-1]


def tags_of(scenario: Scenario) -> list[str]:
    """The scenario's own tags and those above it, outermost first, each once."""
    found: list[str] = []
    statement: Any = scenario
    while statement is not None:
        if not isinstance(statement, ScenarioOutline):  # its rows carry its tags already, filled in
            found = [*map(str, statement.tags), *found]
        statement = statement.parent
    return list(dict.fromkeys(found))


def faults_around(features: Iterable[Feature], in_scope: set[Scenario], runner: Any = None) -> list[Problem]:
    """Preparations and clean-ups that failed outside of any scenario: of features, of rules, of the whole run."""
    problems = [Problem(text) for text in (notes_of(runner).faults if runner is not None else ())]
    for feature in features:
        for container in (feature, *(item for item in feature.run_items if isinstance(item, Rule))):
            where = f"{feature_path(feature)}{f' · {container.name}' if container is not feature else ''}"
            faults = hook_faults(container.error_message) if container.hook_failed else []
            if container.hook_failed and not faults:
                faults = ["a hook was interrupted"]
            if _carried(container, in_scope):
                faults = [fault for fault in faults if not fault.startswith("before_")]
            problems += [Problem(f"{where}: {fault}") for fault in (*faults, *notes_of(container).faults)]
    return problems


def _carried(container: Feature | Rule, in_scope: set[Scenario]) -> bool:
    """Whether a failed preparation stands in the scenarios that it kept from starting."""
    return any(outcome_of(scenario).error.startswith(NOT_STARTED)
               for scenario in container.walk_scenarios() if scenario in in_scope)
