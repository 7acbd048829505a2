"""Reads every artefact back from the disk and holds it against the run's own record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from support.reporting.allure_html import REPORT_FILE, read_page
from support.reporting.allure_results import ALLURE_FOLDER, RESULT_LABEL, STATUS_IN_ALLURE, read_faults, read_results
from support.reporting.junit import JUNIT_FILE, read_junit
from support.reporting.run_record import RunRecord

Read = tuple[list[tuple[str, str]], list[str]]  # (scenario id, status) for each scenario, and the faults around them
_MOST = 20  # differences shown of one artefact


@dataclass
class Reconciliation:
    """The number of scenarios in each place, and where they differ in number or in a status."""

    behave: int
    allure: int
    allure_page: int | None  # None: the page was not made
    junit: int
    listed: int | None  # None: nobody listed before the run
    differences: list[str] = field(default_factory=list)

    @property
    def agree(self) -> bool:
        """Whether all say the same of every scenario."""
        return not self.differences


def reconcile(record: RunRecord) -> Reconciliation:
    """Compare ``allure-results`` and ``junit.xml`` in the run's folder with ``record``."""
    truth, faults = record.statuses(), record.faults()
    differences: list[str] = []
    repeated = len(record.scenarios) - len(truth)
    if repeated:
        differences.append(f"the run: {repeated} scenarios share their identity with another")
    allure = _read("Allure", lambda: _allure(record.folder / ALLURE_FOLDER), differences)
    junit = _read("JUnit", lambda: read_junit(record.folder / JUNIT_FILE), differences)
    page = _page(record.folder / REPORT_FILE, differences)
    if page is not None:
        differences += _compared("Allure's page", truth, page)
    for name, (statuses, fault_texts) in (("Allure", allure), ("JUnit", junit)):
        differences += _compared(name, truth, statuses)
        if len(fault_texts) != len(faults):
            differences.append(f"{name}: {len(fault_texts)} faults of preparation and clean-up, and the run has "
                               f"{len(faults)}")
    if record.listed is not None and record.listed != len(record.scenarios):
        differences.append(f"the list: {record.listed} scenarios counted before the run, and the run has "
                           f"{len(record.scenarios)}")
    return Reconciliation(len(record.scenarios), len(allure[0]), None if page is None else len(page), len(junit[0]),
                          record.listed, differences)


def _read(name: str, read: Callable[[], Read], differences: list[str]) -> Read:
    try:
        return read()
    except (OSError, ValueError, SyntaxError) as error:  # ElementTree's ParseError is a SyntaxError
        differences.append(f"{name}: can't be read: {error}")
        return [], []


def _page(path: Path, differences: list[str]) -> list[tuple[str, str]] | None:
    if not path.is_file():
        return None
    shown, _ = _read("Allure's page", lambda: ([_said(result) for result in read_page(path)], []), differences)
    return shown


def _allure(folder: Path) -> Read:
    return [_said(result) for results in read_results(folder).values() for result in results], read_faults(folder)


def _said(result: dict) -> tuple[str, str]:
    """A scenario's id and the result that an Allure result shows: our word for it, and Allure's must fit to it."""
    said = next((label["value"] for label in result.get("labels", []) if label["name"] == RESULT_LABEL), "")
    shown = result.get("status")
    fits = STATUS_IN_ALLURE.get(said) == shown
    return result.get("fullName", ""), said if fits else f"{said or 'nothing'} shown as {shown}"


def _compared(name: str, truth: dict[str, str], found: Iterable[tuple[str, str]]) -> list[str]:
    found = list(found)
    by_id = dict(found)
    differences = [f"{name}: {identity} stands there {times} times"
                   for identity, times in Counter(identity for identity, _ in found).items() if times > 1]
    differences += [f"{name}: {identity} is missing, and was {status}"
                    for identity, status in truth.items() if identity not in by_id]
    differences += [f"{name}: {identity} is not of this run" for identity in by_id if identity not in truth]
    differences += [f"{name}: {identity} is {by_id[identity]}, and was {status}" for identity, status in truth.items()
                    if identity in by_id and by_id[identity] != status]
    if len(differences) > _MOST:
        differences = [*differences[:_MOST], f"{name}: and {len(differences) - _MOST} differences more"]
    return differences
