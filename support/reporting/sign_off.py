"""The sign-off: accepted or refused, why, and what of all that is promised was shown."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, Template, select_autoescape
from markupsafe import Markup

from support.reporting.allure_results import environment
from support.reporting.failures import failure_text
from support.reporting.files import masked, write_json, write_text
from support.reporting.masking import Mask
from support.reporting.operations_covered import ROW, as_shown_by, covered
from support.reporting.reconciliation import Reconciliation
from support.reporting.registry import Requirement
from support.reporting.rows_shown import SuiteRows
from support.reporting.run_record import FAILURE, INTERRUPTED, RunRecord, ScenarioRecord
from support.reporting.seed_tests import by_suite, seed_tests

SUITE_AREA = "suite"  # its rows are shown by the suite's own tests
_MASKED_BEFORE = ("requirements", "seed_tests", "results")
_DID_NOT_RUN = ("skipped", "blocked", "not_run")
_IN_WORDS = {
    "failed": "failed", "error": "ended with an error", "undefined": "have a step that nobody defined",
    "pending": "are not written to the end", "flaky": "passed only on a later attempt", "blocked": "were blocked",
    "timed_out": "ran out of time", "not_run": "were not run",
}


def build(record: RunRecord, registry: Mapping[str, Requirement], reconciliation: Reconciliation,
          suite_rows: SuiteRows) -> dict[str, Any]:
    """The sign-off as plain data: what ``sign-off.json`` holds."""
    counts = record.counts()
    counted_rows = suite_rows if record.whole else SuiteRows(not_counted="a partial run does not speak of them")
    reasons = _reasons(record, reconciliation, counted_rows)
    requirements = _requirements(record, registry, counted_rows)
    return {
        "verdict": "refused" if reasons else "accepted",
        "headline": _headline(record, reasons),
        "reasons": reasons,
        "release": record.release,
        "target": record.target.get("name", ""),
        "seed": record.seed,
        "started_at": _at(record.started_at),
        "finished_at": _at(record.finished_at),
        "seconds": round(record.seconds, 3),
        "phases": {name: round(seconds, 3) for name, seconds in record.phases.items()},
        "scope": {
            "whole": record.whole, "broken_on_purpose": record.broken, "selection": record.selection or "everything",
            "says": _scope(record, counts, requirements), "suite_rows": counted_rows.not_counted or "counted",
        },
        "scenarios": counts,
        "summary": _summary(record, counts, requirements),
        "requirements": requirements,
        "seed_tests": seed_tests(requirements),
        "operations": covered(record),
        "reconciliation": {**asdict(reconciliation), "agree": reconciliation.agree},
        "environment": {
            **environment(record), "python": platform.python_version(), "system": platform.platform(),
            "settings": record.settings_shown,
        },
        "results": [_result(scenario) for scenario in record.scenarios],
    }


def exit_code(record: RunRecord, verdict: str) -> int:
    """130 interrupted; 2 or 3 when a problem says so; else 0 exactly for an accepted run."""
    if record.interrupted:
        return INTERRUPTED
    codes = [problem.exit_code for problem in record.problems if problem.exit_code != FAILURE]
    return codes[0] if codes else 0 if verdict == "accepted" else FAILURE


def write(folder: Path, sign_off: dict[str, Any], record: RunRecord, registry: Mapping[str, Requirement],
          mask: Mask) -> None:
    """``sign-off.json`` and, for people, ``sign-off.html``: one file that needs no network."""
    shown = _masked(sign_off, mask)
    write_json(folder / "sign-off.json", shown)
    page = template().render(**_for_people(shown, record, registry, mask),
                             allure=(folder / "allure-report.html").is_file())
    write_text(folder / "sign-off.html", page)


def _masked(sign_off: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """All of it masked, but for what is made of the scenarios' records, which are masked, and of the suite's own words:
    that is nearly all there is."""
    return {name: value if name in _MASKED_BEFORE else masked(value, mask) for name, value in sign_off.items()}


@lru_cache(maxsize=1)
def template() -> Template:
    """The page's template: what it is made into is kept beside it, as Python keeps what its modules are made into."""
    place = Path(__file__).parent / "templates"
    kept = place / "__pycache__"
    with suppress(OSError):
        kept.mkdir(exist_ok=True)
    cache = FileSystemBytecodeCache(str(kept)) if os.access(kept, os.W_OK) else None
    return Environment(loader=FileSystemLoader(place), trim_blocks=True, lstrip_blocks=True,
                       autoescape=select_autoescape(), bytecode_cache=cache).get_template("sign-off.html")


class _Chips(dict[str, Markup]):
    """A status as the page shows it. There are thousands of them, of a handful of kinds: a macro would make each anew."""

    def __missing__(self, status: str) -> Markup:
        self[status] = Markup('<span class="chip {}">{}</span>').format(status, status.replace("_", " "))
        return self[status]


def _reasons(record: RunRecord, reconciliation: Reconciliation, rows: SuiteRows) -> list[str]:
    reasons = list(record.faults())
    by_status: dict[str, list[ScenarioRecord]] = {}
    for scenario in record.scenarios:
        by_status.setdefault(scenario.status, []).append(scenario)
    for status, words in _IN_WORDS.items():
        if status in by_status:
            reasons.append(f"{_number(by_status[status])} {_singular(words, by_status[status])}: "
                           f"{_names(by_status[status])}")
    if record.broken and {scenario.status for scenario in record.scenarios} - {*_DID_NOT_RUN} == {"passed"}:
        reasons.append(f"the platform was broken on purpose ({record.broken}), and no scenario that was run noticed")
    unexplained = [scenario for scenario in by_status.get("skipped", ()) if not scenario.reason]
    if unexplained:
        reasons.append(f"skipped without a reason: {_names(unexplained)}")
    unfinished = [scenario for scenario in record.scenarios if "wip" in scenario.tags]
    if unfinished:
        reasons.append(f"@wip never counts for a release, and is in scope: {_names(unfinished)}")
    if record.scenarios and all(scenario.status in _DID_NOT_RUN for scenario in record.scenarios):
        reasons.append(f"nothing ran: of {len(record.scenarios)} scenarios in scope not one was carried out")
    failed = rows.failed()
    if failed:
        tests = list(dict.fromkeys(_short(test) for of_row in failed.values() for test in of_row))
        reasons.append(f"{len(failed)} promise{'s' if len(failed) != 1 else ''} of the suite itself failed in its own "
                       f"tests: {_some(failed)} ({_some(tests)})")
    reasons += [f"the reports disagree: {difference}" for difference in reconciliation.differences]
    return reasons


def _number(scenarios: list[ScenarioRecord]) -> str:
    return f"{len(scenarios)} scenario{'s' if len(scenarios) != 1 else ''}"


def _singular(words: str, scenarios: list[ScenarioRecord]) -> str:
    if len(scenarios) != 1:
        return words
    return words.replace("have ", "has ", 1).replace("are ", "is ", 1).replace("were ", "was ", 1)


def _names(scenarios: list[ScenarioRecord], most: int = 5) -> str:
    return _some([f"“{scenario.name}”" for scenario in scenarios], most)


def _some(names: Iterable[str], most: int = 5) -> str:
    names = [*names]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def _short(test: str) -> str:
    """A test of the suite by its name, without its file."""
    return test.partition("::")[2] or test


def _scope(record: RunRecord, counts: dict[str, int], requirements: list[dict[str, Any]]) -> str:
    """What the run was about, and how much of all that is promised it speaks of."""
    return f"{_selected(record)} {ran_and_shown(counts, requirements)}"


def _headline(record: RunRecord, reasons: list[str]) -> str:
    """The verdict in words: never for more than what ran, and with the rule that was broken on purpose."""
    broken = f", {broken_on_purpose(record.broken)}" if record.broken else ""
    if reasons:
        return f"Refused{broken}"
    skipped = [scenario for scenario in record.scenarios if scenario.status == "skipped"]
    if skipped:
        lacking = all(scenario.reason.startswith("the target ") for scenario in skipped)
        return f"Accepted for what {'this target offers' if lacking else 'was not skipped'}"
    return "Accepted" if record.whole else "Accepted, for a part of the suite"


def broken_on_purpose(rule: str) -> str:
    """What every report of a run against a broken variant says."""
    return f"with the rule broken on purpose: {rule}"


def number_ran(counts: Mapping[str, int]) -> int:
    """How many scenarios were carried out, whatever became of them."""
    return counts["total"] - sum(counts[status] for status in _DID_NOT_RUN)


def ran_and_shown(counts: dict[str, int], requirements: list[dict[str, Any]]) -> str:
    """``57 of 59 scenarios ran; 36 of 901 promises are shown, 865 are not.``"""
    found = Counter(each["status"] for each in requirements)
    failed = f", {found['failed']} failed" if found["failed"] else ""
    return (f"{number_ran(counts)} of {counts['total']} scenarios ran; {found['shown']} of {len(requirements)} promises are "
            f"shown{failed}, {found['not_shown']} are not.")


def _selected(record: RunRecord) -> str:
    if record.whole:
        skipped = sum(scenario.status == "skipped" for scenario in record.scenarios)
        if skipped:
            return f"No scenario was deselected; {skipped} {'was' if skipped == 1 else 'were'} skipped."
        return "The whole suite."
    return (f"A part of the suite: {record.selection or 'a selection'}. The verdict speaks of this part alone; "
            "what it leaves out counts as not shown.")


def _requirements(record: RunRecord, registry: Mapping[str, Requirement], rows: SuiteRows) -> list[dict[str, Any]]:
    by_requirement: dict[str, list[ScenarioRecord]] = {}
    for scenario in record.scenarios:
        for each in scenario.requirements:
            by_requirement.setdefault(each, []).append(scenario)
    listed = []
    for requirement in registry.values():
        shown_by = [{"id": scenario.id, "name": scenario.name, "status": scenario.status,
                     **({"platform_gone": True} if scenario.platform_gone else {})}
                    for scenario in by_requirement.get(requirement.id, ())]
        shown_by += [{"id": each["test"], "name": _short(each["test"]), "status": each["outcome"]}
                     for each in rows.rows.get(requirement.id, ())]
        shown_by += as_shown_by(covered(record)) if requirement.id == ROW else []
        left_out = max(0, record.carriers.get(requirement.id, 0) - len(by_requirement.get(requirement.id, ())))
        listed.append({"id": requirement.id, "area": requirement.area, "tier": requirement.tier,
                       "status": _requirement_status(shown_by, left_out),
                       "scenarios": shown_by, "left_out": left_out,
                       "statement": requirement.statement, "origin": requirement.origins})
    return listed


def _requirement_status(shown_by: list[dict[str, Any]], left_out: int) -> str:
    """Shown only if everything in the suite that is said to show it passed; what did not run, or not to its end because
    the platform went away, shows nothing."""
    statuses = [each["status"] for each in shown_by]
    if any(each["status"] not in ("passed", *_DID_NOT_RUN) and not each.get("platform_gone") for each in shown_by):
        return "failed"
    return "shown" if statuses and not left_out and all(status == "passed" for status in statuses) else "not_shown"


def _summary(record: RunRecord, counts: dict[str, int], requirements: list[dict[str, Any]]) -> dict[str, Any]:
    ran = counts["total"] - counts["skipped"]
    by_area: dict[str, Counter[str]] = {}
    for scenario in record.scenarios:
        by_area.setdefault(scenario.area, Counter())[scenario.status] += 1
    promised: dict[str, Counter[str]] = {}
    for requirement in requirements:
        promised.setdefault(requirement["area"], Counter())[requirement["status"]] += 1
    return {
        **counts, "seconds": round(record.seconds, 3), "started_at": _at(record.started_at),
        "finished_at": _at(record.finished_at), "success_rate": round(counts["passed"] / ran, 4) if ran else None,
        "scenarios_by_area": {area: {"total": found.total(), **found} for area, found in sorted(by_area.items())},
        "requirements": dict(Counter(each["status"] for each in requirements)),
        "requirements_by_area": {area: {status: found[status] for status in ("shown", "failed", "not_shown")}
                                 for area, found in sorted(promised.items())},
    }


def _result(scenario: ScenarioRecord) -> dict[str, Any]:
    return {
        "id": scenario.id, "name": scenario.name, "area": scenario.area, "feature": scenario.feature,
        "rule": scenario.rule, "path": scenario.path, "line": scenario.line, "status": scenario.status,
        "reason": scenario.reason, "seconds": round(scenario.seconds, 3), "attempts": scenario.attempts,
        "error": scenario.error, "failed_step": scenario.failed_step, "tags": scenario.tags,
        "requirements": scenario.requirements, "severity": scenario.severity, "measured": scenario.measured,
        "platform_gone": scenario.platform_gone,
    }


def _at(moment: Any) -> str | None:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None


def _for_people(sign_off: dict[str, Any], record: RunRecord, registry: Mapping[str, Requirement],
                mask: Mask) -> dict[str, Any]:
    """What the page shows, grouped as it is read. ``sign_off`` is masked already."""
    failed = [scenario for scenario in record.scenarios if scenario.status not in ("passed", "skipped")]
    areas: dict[str, list[dict[str, Any]]] = {}
    for requirement in sign_off["requirements"]:
        areas.setdefault(requirement["area"], []).append(requirement)
    return {
        "chip": _Chips(), "sign_off": sign_off, "ran": number_ran(sign_off["scenarios"]), "areas": areas,
        "suites": by_suite(sign_off["seed_tests"]),
        "failures": masked([{"scenario": _result(scenario), "text": failure_text(scenario, {}),
                             "promises": [asdict(registry[each]) for each in scenario.requirements
                                          if each in registry and not scenario.platform_gone]}
                            for scenario in failed], mask),
        "skipped": masked([_result(scenario) for scenario in record.scenarios if scenario.status == "skipped"], mask),
    }
