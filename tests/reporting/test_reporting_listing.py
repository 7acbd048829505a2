"""The list of scenarios: complete, counted, and nothing is run for it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from behave.formatter.base import StreamOpener
from behave.parser import parse_feature
from cucumber_tag_expressions import parse as tag_expression

from support.reporting.console import ConsoleFormatter
from support.reporting.listing import ListFormatter
from support.reporting.marks import SEVERITIES, measured_limits, severity, time_limit

PROJECT = Path(__file__).resolve().parents[2]

FEATURE = """
@missions @MIS-004
Feature: Listed
  @blocker @smoke
  Scenario: the first
    In a few words.
    Given all is well
  Rule: limits
    @timeout=20 @limit.seconds=5 @limit.memory @needs.the_first
    Scenario Outline: the rows
      Given all is <how>
      Examples:
        | how  |
        | well |
        | fine |
"""
STEPS = """
from pathlib import Path
from behave import given
@given("all is {how}")
def well(context, how): Path("ran").touch()
"""
ENVIRONMENT = """
from pathlib import Path
def before_all(context): Path("ran").touch()
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    """Lists a project of its own with the stock command line: (text, json, project)."""
    project = tmp_path_factory.mktemp("listed")
    for name, text in (("features/missions/listed.feature", FEATURE), ("steps/steps.py", STEPS),
                       ("environment.py", ENVIRONMENT)):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)

    def ask(kind, *arguments):
        module = "console" if kind == "ConsoleFormatter" else "listing"
        done = subprocess.run([sys.executable, "-m", "behave", "--dry-run", "--no-summary", "-f",
                               f"support.reporting.{module}:{kind}", "-o", "list", *arguments],
                              cwd=project, capture_output=True, text=True, check=False,
                              env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin"})
        assert done.returncode == 0, done.stdout + done.stderr
        return (project / "list").read_text(encoding="utf-8")

    return ask, project


@pytest.mark.shows("SUI-003")
def test_every_scenario_is_listed_with_what_a_person_needs_and_none_is_run(listed):
    ask, project = listed
    text = ask("ListFormatter", "features")
    assert text == """\
the first
    features/missions/listed.feature:5
    In a few words.
    area: missions
    requirements: MIS-004
    tags: @missions @MIS-004 @blocker @smoke
    time limit: 300 s
the rows (how well)
    features/missions/listed.feature:14
    area: missions
    requirements: MIS-004
    tags: @missions @MIS-004 @timeout=20 @limit.seconds=5 @limit.memory @needs.the_first
    time limit: 20 s
    measured limits: 5 s, 50 MB
    needs: the_first
the rows (how fine)
    features/missions/listed.feature:15
    area: missions
    requirements: MIS-004
    tags: @missions @MIS-004 @timeout=20 @limit.seconds=5 @limit.memory @needs.the_first
    time limit: 20 s
    measured limits: 5 s, 50 MB
    needs: the_first
3 scenarios
"""
    assert not (project / "ran").exists()


@pytest.mark.shows("SUI-003", "SUI-046")
def test_the_list_counts_what_the_same_selection_runs(listed, run):
    ask, _ = listed
    for arguments, number in ((["features"], 3), (["--tags=@smoke", "features"], 1),
                              (["--tags=not @smoke", "features"], 2), (["--name=the rows", "features"], 2),
                              (["features/missions/listed.feature:14"], 1)):
        counted = json.loads(ask("JsonListFormatter", *arguments))
        assert counted["count"] == len(counted["scenarios"]) == number
        ran = run({"missions/listed.feature": FEATURE}, expected_steps=STEPS, environment=ENVIRONMENT,
                  arguments=arguments, listed=counted["count"])
        assert ran.sign_off["reconciliation"]["agree"], ran.sign_off["reconciliation"]
        assert [each["id"] for each in counted["scenarios"]] == [each["id"] for each in ran.sign_off["results"]]


@pytest.mark.shows("SUI-003")
def test_a_dry_run_on_the_console_lists_the_same(listed):
    ask, _ = listed
    assert ask("ConsoleFormatter", "features") == ask("ListFormatter", "features")
    assert ask("ConsoleFormatter", "--tags=@smoke", "features").endswith("\n1 scenario\n")


@pytest.mark.parametrize("formatter", [ListFormatter, ConsoleFormatter])
def test_the_time_limit_is_the_setting_where_no_tag_states_one(formatter):
    out = io.StringIO()
    config = SimpleNamespace(dry_run=True, color="off", verbose=False, tag_expression=tag_expression(""), name=[],
                             name_re=None)
    listing = formatter(StreamOpener(stream=out), config)
    listing.scenario_seconds = 45.0
    listing.feature(parse_feature("Feature: F\n  Scenario: one\n    Given a\n  @limit.seconds=5\n"
                                  "  Scenario: two\n    Given a\n"
                                  "  @timeout=600\n  Scenario: three\n    Given a\n", filename="features/a/b.feature"))
    listing.close()
    assert [line.strip() for line in out.getvalue().splitlines() if "limit:" in line or "limits:" in line] == [
        "time limit: 45 s", "time limit: 45 s", "measured limits: 5 s", "time limit: 600 s"]


def test_of_two_tags_that_say_something_else_the_inner_one_counts():
    tags = ["missions", "minor", "timeout=600", "limit.seconds=9", "blocker", "timeout=10", "limit.seconds=2.5"]
    assert (severity(tags), time_limit(tags, 300), measured_limits(tags)) == ("blocker", 10, {"seconds": 2.5})
    assert (severity([]), time_limit([], 300), measured_limits(["limit.memory=80"])) == ("normal", 300, {"memory_mb": 80})
    assert SEVERITIES == ("blocker", "critical", "normal", "minor")
