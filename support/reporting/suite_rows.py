"""A pytest plug-in: takes down which promises of the suite its own tests showed, for the sign-off.

A test names the rows with ``@pytest.mark.shows("SUI-001")``. Loaded by ``pytest_plugins`` in tests/conftest.py.
"""

from __future__ import annotations

from typing import Any

import pytest

from support.reporting.rows_shown import FILE_NAME, Kept, TestRun
from support.reporting.sources import digest_of_sources

_RUN = pytest.StashKey[TestRun]()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: Any) -> None:
    """Take the digest before any test is read: what is edited from now on was not tested."""
    _run_of(session.config)


def _run_of(config: Any) -> TestRun:
    if _RUN not in config.stash:
        config.stash[_RUN] = TestRun(digest_of_sources(config.rootpath), _asks_for_everything(config))
        config.pluginmanager.register(_Outcomes(config.stash[_RUN]))
    return config.stash[_RUN]


def _asks_for_everything(config: Any) -> bool:
    """Whether no file or folder of the tests is left out. What ``-k`` and ``-m`` leave out is collected nevertheless."""
    everything = config.getini("testpaths") or ["."]
    wanted = {(config.invocation_params.dir / argument).resolve() for argument in config.args}
    return ({(config.rootpath / each).resolve() for each in everything} <= wanted
            and not any(config.getoption(name, None) for name in ("ignore", "ignore_glob", "lf", "pyargs")))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: Any, items: list[Any]) -> None:
    """Learn which test shows which rows, before any is deselected."""
    for item in items:
        rows = list(dict.fromkeys(row for mark in item.iter_markers("shows") for row in mark.args))
        if rows:
            _run_of(config).rows_of[item.nodeid] = rows


def pytest_sessionfinish(session: Any) -> None:
    """Write what is known now."""
    run = session.config.stash.get(_RUN, None)
    if run is None or session.config.getoption("collectonly", False):
        return
    path = session.config.rootpath / "reports" / FILE_NAME
    try:
        before = Kept.read(path)
    except (OSError, ValueError):
        before = Kept()
    after = before.followed_by(run, digest_of_sources(session.config.rootpath))
    if after.rows_of or before.rows_of:
        after.write(path)


class _Outcomes:
    """Takes down what became of each test."""

    def __init__(self, run: TestRun):
        self.run = run

    def pytest_collectreport(self, report: Any) -> None:
        """A file that can't be read, or is skipped as a whole, may hold tests that nobody knows of."""
        if report.outcome != "passed":
            self.run.whole = False

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A failed set-up or tear-down counts as failed."""
        if report.nodeid not in self.run.rows_of or (report.when != "call" and report.outcome == "passed"):
            return
        if report.outcome == "failed" or report.nodeid not in self.run.outcomes:
            self.run.outcomes[report.nodeid] = report.outcome
