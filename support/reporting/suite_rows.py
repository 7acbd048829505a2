"""The promises of the suite itself, as its own pytest tests show them: a pytest plug-in, and what the sign-off reads.

A test names the rows with ``@pytest.mark.shows("SUI-001")``. The outcomes are kept in ``reports/suite-tests.json``
together with a digest of the suite's sources: they count only for the sources that they were found with.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from support.reporting.files import write_text

FILE_NAME = "suite-tests.json"
_PROJECT = Path(__file__).resolve().parents[2]
_SOURCES = ("support", "steps", "tests", "reference", "features", "contracts", "environment.py", "behave.ini",
            "requirements.txt", "pyproject.toml", "package.json")
_KINDS = {".py", ".feature", ".csv", ".yaml", ".ini", ".txt", ".toml", ".json", ".html"}


@dataclass
class SuiteRows:
    """Which tests showed which row, or why none of it may be counted."""

    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)  # id -> [{test, outcome}]
    not_counted: str = ""


def load_suite_rows(path: Path, project: Path = _PROJECT) -> SuiteRows:
    """The rows as last shown, if the sources are still those; otherwise the reason why they don't count."""
    if not path.is_file():
        return SuiteRows(not_counted="the suite's own tests have not been run: pytest tests")
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        rows, digest = kept["rows"], kept["digest"]
    except (ValueError, KeyError, TypeError) as error:
        return SuiteRows(not_counted=f"{path.name} can't be read ({error}); run the suite's own tests again")
    if digest != digest_of_sources(project):
        return SuiteRows(not_counted="the sources changed since the suite's own tests ran; run pytest tests")
    return SuiteRows(rows)


def digest_of_sources(project: Path = _PROJECT) -> str:
    """A digest of every file that the suite and its tests are made of."""
    digest = hashlib.sha256()
    for name in _SOURCES:
        for path in _files(project / name):
            digest.update(path.relative_to(project).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__pycache__")))
        found += [Path(folder, name) for name in sorted(names) if Path(name).suffix in _KINDS]
    return found


# -- the pytest plug-in: pytest_plugins = ["support.reporting.suite_rows"] in tests/conftest.py

_outcomes: dict[str, list[dict[str, str]]] = {}
_shown_by: dict[str, tuple[str, ...]] = {}


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Learn which test shows which rows."""
    for item in items:
        rows = tuple(row for mark in item.iter_markers("shows") for row in mark.args)
        if rows:
            _shown_by[item.nodeid] = rows


def pytest_runtest_logreport(report: Any) -> None:
    """Keep the outcome of a test that shows rows; a failed set-up or tear-down counts as failed."""
    if report.nodeid not in _shown_by or (report.when != "call" and report.outcome == "passed"):
        return
    for row in _shown_by[report.nodeid]:
        tests = _outcomes.setdefault(row, [])
        earlier = next((each for each in tests if each["test"] == report.nodeid), None)
        if earlier is None:
            tests.append({"test": report.nodeid, "outcome": report.outcome})
        elif report.outcome == "failed":
            earlier["outcome"] = "failed"


def pytest_sessionfinish(session: Any) -> None:
    """Write the outcomes; those of tests that were not run this time are kept while the sources are the same."""
    if not _outcomes or session.config.getoption("collectonly", False):
        return
    path = session.config.rootpath / "reports" / FILE_NAME
    rows = load_suite_rows(path, session.config.rootpath).rows
    for row, tests in _outcomes.items():
        ran = {each["test"] for each in tests}
        rows[row] = sorted([each for each in rows.get(row, []) if each["test"] not in ran] + tests,
                           key=lambda each: each["test"])
    write_text(path, json.dumps({"digest": digest_of_sources(session.config.rootpath),
                                 "rows": dict(sorted(rows.items()))}, indent=1) + "\n")
