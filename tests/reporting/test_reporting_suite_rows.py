"""The promises of the suite itself count as its own tests showed them, for the sources that they ran with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.reporting.rows_shown import load_suite_rows

PROJECT = Path(__file__).resolve().parents[2]

TESTS = '''
from pathlib import Path
import pytest
@pytest.mark.shows("SUI-001", "SUI-002")
def test_good(): pass
@pytest.mark.shows("SUI-002")
def test_bad(): assert Path("mended").exists()
@pytest.fixture
def stuck():
    yield
    raise OSError("still there")
@pytest.mark.shows("SUI-003")
def test_not_torn_down(stuck): pass
@pytest.mark.shows("SUI-004")
@pytest.mark.skip
def test_skipped(): pass
'''
FILE = "tests/test_rows.py"
GOOD = f"{FILE}::test_good"


@pytest.fixture
def project(tmp_path):
    """A project with tests that show rows; ``project(*arguments)`` runs them and gives outcomes(…) of what was kept."""
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = shows\ntestpaths = tests\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / FILE).write_text(TESTS)

    def run_tests(*arguments):
        subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "support.reporting.suite_rows",
                        "-p", "no:cacheprovider", *arguments], cwd=tmp_path, capture_output=True, check=False,
                       env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
        return outcomes(json.loads((tmp_path / "reports/suite-tests.json").read_text())["rows"])

    return run_tests


def outcomes(rows):
    """The outcomes of each row, in the order of its tests' names."""
    return {row: [each["outcome"] for each in tests] for row, tests in rows.items()}


def counted(project):
    """What the sign-off would count, and why not."""
    found = load_suite_rows(project / "reports/suite-tests.json", project)
    return outcomes(found.rows), found.not_counted


def edit(project):
    """Change a source."""
    with (project / FILE).open("a") as file:
        file.write("# changed\n")


@pytest.mark.shows("SUI-045")
def test_rows_are_kept_with_all_their_tests(project, tmp_path):
    everything = {"SUI-001": ["passed"], "SUI-002": ["failed", "passed"], "SUI-003": ["failed"], "SUI-004": ["skipped"]}
    assert project() == everything
    assert counted(tmp_path) == (everything, "")
    assert project(GOOD) == everything  # the others keep what they showed: the sources are the same
    assert counted(tmp_path) == (everything, "")


@pytest.mark.shows("SUI-045")
@pytest.mark.parametrize("choice", [["-k", "good"], ["-x", "-k", "good or skipped"],
                                    ["--deselect", f"{FILE}::test_bad", "--deselect", f"{FILE}::test_skipped"]])
def test_a_test_that_was_collected_and_not_run_leaves_its_rows_not_shown(project, tmp_path, choice):
    found = project(*choice)
    assert found["SUI-002"] == ["not_run", "passed"]
    assert counted(tmp_path) == (found, "")


@pytest.mark.shows("SUI-045")
@pytest.mark.parametrize("part", [[GOOD], [FILE], ["--ignore=tests/test_others.py"]])
def test_a_part_of_the_tests_says_nothing_of_rows_that_others_may_carry(project, tmp_path, part):
    (tmp_path / "tests/test_others.py").write_text('import pytest\n@pytest.mark.shows("SUI-001")\ndef test_other(): pass\n')
    assert project(*part)["SUI-001"] == ["passed"]
    rows, why_not = counted(tmp_path)
    assert rows == {}
    assert "only a part of the suite's own tests" in why_not
    assert project()["SUI-001"] == ["passed", "passed"]
    assert counted(tmp_path)[1] == ""


def test_a_file_that_cannot_be_read_may_hold_tests_that_nobody_knows_of(project, tmp_path):
    (tmp_path / "tests/test_others.py").write_text("import no_such_module\n")
    project("--continue-on-collection-errors")
    assert "only a part" in counted(tmp_path)[1]


@pytest.mark.shows("SUI-045")
def test_with_other_sources_nothing_counts_but_what_failed_stays_failed_until_it_passes(project, tmp_path):
    project()
    edit(tmp_path)
    rows, why_not = counted(tmp_path)
    assert rows == {}
    assert "sources changed" in why_not
    assert project(GOOD)["SUI-002"] == ["failed", "passed"]
    assert "only a part" in counted(tmp_path)[1]
    assert project("-k", "good") == {"SUI-001": ["passed"], "SUI-002": ["failed", "passed"], "SUI-003": ["failed"],
                                     "SUI-004": ["not_run"]}
    (tmp_path / "mended").touch()
    assert project("-k", "bad")["SUI-002"] == ["passed", "passed"]
    assert counted(tmp_path)[1] == ""


@pytest.mark.shows("SUI-045")
def test_what_is_edited_while_tests_run_was_not_tested(project, tmp_path):
    project()
    (tmp_path / "tests/test_edits.py").write_text('''
from pathlib import Path
import pytest
@pytest.mark.shows("SUI-005")
def test_edits():
    with Path(__file__).open("a") as file:
        file.write("# changed\\n")
''')
    kept = project()
    assert kept == {"SUI-001": ["not_run"], "SUI-002": ["failed", "not_run"], "SUI-003": ["failed"], "SUI-004": ["skipped"],
                    "SUI-005": ["not_run"]}
    rows, why_not = counted(tmp_path)
    assert rows == {}
    assert "changed while" in why_not
    project(GOOD)
    assert "only a part" in counted(tmp_path)[1]


def test_a_test_that_is_gone_is_forgotten_by_a_run_of_all(project, tmp_path):
    project()
    (tmp_path / FILE).write_text(TESTS.replace("def test_bad", "def bad"))
    assert project()["SUI-002"] == ["passed"]


def test_listing_the_tests_changes_nothing(project, tmp_path):
    kept = project()
    edit(tmp_path)
    assert project("--collect-only") == kept


def test_without_a_run_of_the_tests_nothing_counts(tmp_path):
    assert "no results of the suite's own tests" in load_suite_rows(tmp_path / "suite-tests.json", tmp_path).not_counted
    for text in ("{", "[]", '{"digest": "", "rows": {}}', '{"digest": "", "not_counted": "", "rows": {"SUI-001": [{}]}}'):
        (tmp_path / "broken.json").write_text(text)
        assert "can't be read" in load_suite_rows(tmp_path / "broken.json", tmp_path).not_counted
