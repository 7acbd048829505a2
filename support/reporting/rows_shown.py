"""The promises of the suite itself, as its own tests showed them: what is kept of their runs, and what of it counts.

The outcome of each test that shows rows is kept in ``reports/suite-tests.json`` together with a digest of the suite's
sources. Every test that was collected stands there, as ``not_run`` until it ran: a row is shown only when all of its
tests ran and passed with these very sources. The plug-in ``suite_rows`` writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from support.reporting.files import write_text
from support.reporting.sources import PROJECT, digest_of_sources

FILE_NAME = "suite-tests.json"
NOT_RUN = "not_run"
_A_PART = "only a part of the suite's own tests was collected with these sources; run pytest, without naming any"
_CHANGED = "the sources changed while the suite's own tests ran; run pytest again"


@dataclass
class SuiteRows:
    """Which tests showed which row, or why none of it may be counted."""

    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)  # id -> [{test, outcome}]
    not_counted: str = ""

    def failed(self) -> dict[str, list[str]]:
        """The rows of which a test failed, and those tests."""
        found = {row: [each["test"] for each in tests if each["outcome"] == "failed"] for row, tests in self.rows.items()}
        return {row: tests for row, tests in found.items() if tests}


@dataclass(frozen=True)
class Kept:
    """What the file holds: each test with its rows and its last outcome (passed, failed, skipped, not_run)."""

    digest: str = ""
    not_counted: str = _A_PART  # why the outcomes don't count; empty: they do
    rows_of: Mapping[str, list[str]] = field(default_factory=dict)  # test -> rows
    outcomes: Mapping[str, str] = field(default_factory=dict)  # test -> outcome

    @classmethod
    def read(cls, path: Path) -> Kept:
        """What lies in ``path``.

        :raises ValueError: for a file that was not written by this plug-in.
        """
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            rows_of: dict[str, list[str]] = {}
            outcomes: dict[str, str] = {}
            for row, tests in kept["rows"].items():
                for each in tests:
                    rows_of.setdefault(each["test"], []).append(row)
                    outcomes[each["test"]] = each["outcome"]
            return cls(kept["digest"], kept["not_counted"], rows_of, outcomes)
        except (AttributeError, KeyError, TypeError) as fault:
            raise ValueError(f"it is not as the suite writes it: {fault!r}") from fault

    def write(self, path: Path) -> None:
        """Write it, row by row."""
        write_text(path, json.dumps({"digest": self.digest, "not_counted": self.not_counted, "rows": self.rows()},
                                    indent=1) + "\n")

    def rows(self) -> dict[str, list[dict[str, str]]]:
        """Each row with its tests and their outcomes."""
        rows: dict[str, list[dict[str, str]]] = {}
        for test, of_test in sorted(self.rows_of.items()):
            for row in of_test:
                rows.setdefault(row, []).append({"test": test, "outcome": self.outcomes.get(test, NOT_RUN)})
        return dict(sorted(rows.items()))

    def followed_by(self, run: TestRun, digest: str) -> Kept:
        """What is known after ``run``, which ended with the sources ``digest``.

        Only outcomes found with the same sources are kept; but what failed stays failed until it passes.
        """
        changed = digest != run.digest
        same = self.digest == run.digest and not changed
        whole = run.whole or (same and not self.not_counted)
        rows_of = run.rows_of if run.whole else {**self.rows_of, **run.rows_of}
        outcomes = {}
        for test in rows_of:
            before, now = self.outcomes.get(test, NOT_RUN), run.outcomes.get(test, NOT_RUN)
            known = before if same or before == "failed" else NOT_RUN
            if now == "passed" and changed:
                now = NOT_RUN
            outcomes[test] = known if now == NOT_RUN or (now == "skipped" and known == "failed") else now
        return Kept(digest, _CHANGED if changed else "" if whole else _A_PART, rows_of, outcomes)


@dataclass
class TestRun:
    """One run of pytest, as far as tests that show rows are concerned."""

    __test__ = False  # pytest: this is no test

    digest: str  # of the sources as they were before the first test was read
    whole: bool  # every test of the suite was collected, whichever of them then ran
    rows_of: dict[str, list[str]] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)


def load_suite_rows(path: Path, project: Path = PROJECT) -> SuiteRows:
    """The rows as last shown, if the sources are still those; otherwise the reason why they don't count."""
    if not path.is_file():
        return SuiteRows(not_counted=f"no results of the suite's own tests lie in {path.parent}; pytest leaves them in "
                                     "the folder reports")
    try:
        kept = Kept.read(path)
    except ValueError as fault:
        return SuiteRows(not_counted=f"{path.name} can't be read ({fault}); run the suite's own tests again")
    if kept.not_counted:
        return SuiteRows(not_counted=kept.not_counted)
    if kept.digest != digest_of_sources(project):
        return SuiteRows(not_counted="the sources changed since the suite's own tests ran; run pytest")
    return SuiteRows(kept.rows())
