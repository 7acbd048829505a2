"""The end of a run: every artefact is written, read back and compared, and the verdict is given."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from support import wall_clock
from support.reporting import sign_off
from support.reporting.allure_html import REPORT_FILE, PageMaker
from support.reporting.allure_results import ALLURE_FOLDER, complete
from support.reporting.files import mask_logs, point_latest
from support.reporting.junit import JUNIT_FILE, write_junit
from support.reporting.masking import Mask
from support.reporting.operations_covered import in_words
from support.reporting.reconciliation import reconcile
from support.reporting.registry import Requirement
from support.reporting.rows_shown import FILE_NAME, load_suite_rows
from support.reporting.run_record import UNREACHABLE, RunRecord

_PHASES = ("boot", "seed", "scenarios", "reset", "reports")


@dataclass(frozen=True)
class Verdict:
    """How the run ended: for the exit code and the last lines on the console."""

    verdict: str  # accepted or refused
    reasons: list[str]
    exit_code: int
    lines: list[str] = field(default_factory=list)


def finish(record: RunRecord, registry: Mapping[str, Requirement], mask: Mask, *,
           page: PageMaker | None = None) -> Verdict:
    """Write and reconcile the artefacts in ``record.folder`` and point ``latest`` at it, however the run ended.

    The formatters must have been closed, and the processes that log into the folder must have ended.
    ``record.phases["reports"]`` is set here. Where making a page fails, the run's result does not change: the page is
    missing, and the last lines say why.
    """
    clock = time.monotonic()
    record.folder.mkdir(parents=True, exist_ok=True)
    complete(record.folder / ALLURE_FOLDER, record, registry, mask)
    if page is not None:  # made in a process of its own, and meanwhile what comes next
        page.order(record.folder, _title(record), _target_away(record))
    mask_logs(record.folder, mask)
    write_junit(record.folder / JUNIT_FILE, record, registry, mask)
    sign_off.template()
    notices = [] if page is None else list(filter(None, [page.collect(record.folder)]))
    reconciliation = reconcile(record)
    rows = load_suite_rows(record.folder.parent / FILE_NAME)
    record.phases["reports"] = time.monotonic() - clock
    record.finished_at = record.finished_at or wall_clock.read()
    signed = sign_off.build(record, registry, reconciliation, rows)
    sign_off.write(record.folder, signed, record, registry, mask)
    point_latest(record.folder)
    lines = [mask(line) for line in _summary(record, signed, notices)]
    return Verdict(signed["verdict"], signed["reasons"], sign_off.exit_code(record, signed["verdict"]), lines)


def _target_away(record: RunRecord) -> bool:
    return any(problem.exit_code == UNREACHABLE for problem in record.problems)


def _title(record: RunRecord) -> str:
    parts = ["Muster", record.target.get("name") or "no target", record.selection or "everything"]
    return " · ".join([*parts, sign_off.broken_on_purpose(record.broken)] if record.broken else parts)


def _summary(record: RunRecord, signed: dict, notices: list[str]) -> list[str]:
    counts = signed["scenarios"]
    numbers = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in counts.items()
                        if number and status != "total")
    phases = ", ".join(f"{name} {record.phases[name]:.1f} s" for name in _PHASES if name in record.phases)
    lines = [
        f"{_first_words(record, signed)}{f' ({numbers})' if numbers else ''} in {record.seconds:.1f} s"
        f"{_scope(record, counts)}",
        f"  {sign_off.ran_and_shown(counts, signed['requirements'])}",
        *([f"  {operations}"] if (operations := in_words(signed["operations"])) else []),
        *(f"  because {reason}" for reason in signed["reasons"]),
        f"  phases: {phases}; seed {record.seed}",
    ]
    artefacts = [name for name in ("sign-off.html", "sign-off.json", REPORT_FILE, JUNIT_FILE)
                 if (record.folder / name).exists()]
    broken = [f"  {sign_off.broken_on_purpose(record.broken)}"] if record.broken else []
    return [*lines, *(f"  {notice}" for notice in notices), f"  reports: {record.folder} ({', '.join(artefacts)})", *broken]


def _first_words(record: RunRecord, signed: dict) -> str:
    """``REFUSED  237 scenarios``; where an accepted run skipped some, for what it is accepted, and how many ran."""
    counts = signed["scenarios"]
    scenarios = f"{counts['total']} scenario{'' if counts['total'] == 1 else 's'}"
    if signed["verdict"] == "accepted" and counts["skipped"]:
        return f"{signed['headline'].replace('Accepted', 'ACCEPTED')}: {sign_off.number_ran(counts)} of {scenarios} ran"
    return f"{signed['verdict'].upper()}  {scenarios}"


def _scope(record: RunRecord, counts: dict) -> str:
    parts = []
    if not record.whole:
        parts.append(f"a part of the suite: {record.selection or 'a selection'}")
    elif not counts["skipped"]:
        parts.append("the whole suite")
    if record.broken:
        parts.append(sign_off.broken_on_purpose(record.broken))
    return "".join(f"; {part}" for part in parts)
