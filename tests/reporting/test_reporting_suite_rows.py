"""The promises of the suite itself count as its own tests showed them, for the sources that they ran with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.reporting.suite_rows import load_suite_rows

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path):
    """A project with tests that show rows; ``project(*arguments)`` runs them."""
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = shows\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_rows.py").write_text('''
import pytest
@pytest.mark.shows("SUI-001", "SUI-002")
def test_good(): pass
@pytest.mark.shows("SUI-002")
def test_bad(): assert False
@pytest.fixture
def stuck():
    yield
    raise OSError("still there")
@pytest.mark.shows("SUI-003")
def test_not_torn_down(stuck): pass
@pytest.mark.shows("SUI-004")
@pytest.mark.skip
def test_skipped(): pass
''')

    def run_tests(*arguments):
        subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "support.reporting.suite_rows",
                        "-p", "no:cacheprovider", *arguments], cwd=tmp_path, capture_output=True, check=False,
                       env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
        return tmp_path / "reports/suite-tests.json"

    return run_tests


def outcomes(path):
    return {row: [each["outcome"] for each in tests] for row, tests in json.loads(path.read_text())["rows"].items()}


@pytest.mark.shows("SUI-045")
def test_rows_are_kept_with_their_tests_and_go_stale_with_the_sources(project, tmp_path):
    path = project()
    assert outcomes(path) == {"SUI-001": ["passed"], "SUI-002": ["failed", "passed"], "SUI-003": ["failed"],
                              "SUI-004": ["skipped"]}
    project("tests/test_rows.py::test_good")  # the others keep what they showed: the sources are the same
    assert outcomes(path)["SUI-003"] == ["failed"]
    assert not load_suite_rows(path, tmp_path).not_counted
    with (tmp_path / "tests/test_rows.py").open("a") as file:
        file.write("# changed\n")
    stale = load_suite_rows(path, tmp_path)
    assert stale.rows == {}
    assert "sources changed" in stale.not_counted
    project("tests/test_rows.py::test_good")
    assert outcomes(path) == {"SUI-001": ["passed"], "SUI-002": ["passed"]}


def test_without_a_run_of_the_tests_nothing_counts(tmp_path):
    assert "have not been run" in load_suite_rows(tmp_path / "suite-tests.json", tmp_path).not_counted
    (tmp_path / "broken.json").write_text("{")
    assert "can't be read" in load_suite_rows(tmp_path / "broken.json", tmp_path).not_counted
