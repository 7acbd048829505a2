"""The verdict, the exit code and the shape of the sign-off."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.reporting.reconciliation import Reconciliation
from support.reporting.registry import Requirement
from support.reporting.rows_shown import SuiteRows
from support.reporting.run_record import UNREACHABLE, USAGE, Problem, RunRecord, ScenarioRecord
from support.reporting.sign_off import build, exit_code

REGISTRY = {each.id: each for each in (
    Requirement("MIS-004", "missions", "seed", "behaviour", "It holds.", "RAGLOX: test_hold; PRS: hold"),
    Requirement("MIS-007", "missions", "found", "behaviour", "It stays.", ""),
    Requirement("SUI-003", "suite", "seed", "suite", "It lists.", "PRS: list"))}


def scenario(status, name="one", requirements=("MIS-004",), tags=(), reason=""):
    return ScenarioRecord(
        id=name, path="features/missions/a.feature", line=3, area="missions", feature="A", rule="", name=name,
        description="", tags=list(tags), requirements=list(requirements), severity="normal", parameters={},
        status=status, reason=reason, error="it is not so" if status == "failed" else "")


def signed(*scenarios, whole=True, differences=(), rows=None, **more):
    record = RunRecord("run", None, datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 1, 0, 0, 9, tzinfo=UTC),
                       whole=whole, scenarios=list(scenarios), target={"name": "reference"}, seed=7, **more)
    number = len(scenarios)
    sign_off = build(record, REGISTRY, Reconciliation(number, number, None, number, number, list(differences)),
                     SuiteRows(rows or {}))
    return sign_off, exit_code(record, sign_off["verdict"])


@pytest.mark.parametrize("status", ["failed", "error", "undefined", "pending", "flaky", "blocked", "timed_out",
                                    "not_run"])
def test_whatever_did_not_pass_at_the_first_attempt_refuses(status):
    sign_off, code = signed(scenario("passed"), scenario(status, "two"))
    assert (sign_off["verdict"], code) == ("refused", 1)
    assert len(sign_off["reasons"]) == 1
    assert "“two”" in sign_off["reasons"][0]


@pytest.mark.parametrize(("scenarios", "more", "verdict", "code"), [
    ([scenario("passed")], {}, "accepted", 0),
    ([scenario("passed"), scenario("skipped", "two", reason="lacks clock")], {}, "accepted", 0),
    ([scenario("passed"), scenario("skipped", "two")], {}, "refused", 1),
    ([scenario("passed", tags=["wip"])], {}, "refused", 1),
    ([scenario("skipped", reason="lacks clock")], {}, "refused", 1),
    ([], {}, "refused", 1),
    ([scenario("passed")], {"differences": ["JUnit: one is missing"]}, "refused", 1),
    ([scenario("passed")], {"interrupted": True}, "refused", 130),
    ([scenario("not_run")], {"problems": [Problem("not reachable within 60 s", UNREACHABLE)]}, "refused", 3),
    ([scenario("not_run")], {"problems": [Problem("this database carries no mark", USAGE)]}, "refused", 2),
    ([scenario("passed")], {"problems": [Problem("after_all failed")]}, "refused", 1),
])
def test_verdict_and_exit_code(scenarios, more, verdict, code):
    sign_off, found = signed(*scenarios, **more)
    assert (sign_off["verdict"], found) == (verdict, code)
    assert bool(sign_off["reasons"]) == (verdict == "refused")


@pytest.mark.shows("SUI-045")
@pytest.mark.parametrize(("scenarios", "status"), [
    ([scenario("passed")], "shown"),
    ([scenario("passed"), scenario("failed", "two")], "failed"),
    ([scenario("passed"), scenario("flaky", "two")], "failed"),
    ([scenario("passed"), scenario("skipped", "two", reason="lacks clock")], "not_shown"),
    ([scenario("blocked")], "not_shown"),
    ([scenario("passed", requirements=["MIS-007"])], "not_shown"),
])
def test_a_requirement_is_shown_only_when_all_its_scenarios_passed(scenarios, status):
    sign_off, _ = signed(*scenarios)
    found = {each["id"]: each for each in sign_off["requirements"]}["MIS-004"]
    assert found["status"] == status
    assert found["origin"] == ["RAGLOX: test_hold", "PRS: hold"]
    assert [each["name"] for each in found["scenarios"]] == [each.name for each in scenarios
                                                            if "MIS-004" in each.requirements]


def test_rows_of_the_suite_count_in_a_whole_run_alone():
    rows = {"SUI-003": [{"test": "tests/x.py::test_list", "outcome": "passed"}]}
    for whole, status in ((True, "shown"), (False, "not_shown")):
        sign_off, _ = signed(scenario("passed"), whole=whole, rows=rows)
        assert {each["id"]: each["status"] for each in sign_off["requirements"]}["SUI-003"] == status
        assert (sign_off["scope"]["suite_rows"] == "counted") is whole
    rows["SUI-003"].append({"test": "tests/x.py::test_other", "outcome": "failed"})
    sign_off, _ = signed(scenario("passed"), rows=rows)
    assert {each["id"]: each["status"] for each in sign_off["requirements"]}["SUI-003"] == "failed"


@pytest.mark.shows("SUI-045")
def test_a_promise_of_the_suite_that_failed_refuses_a_whole_run():
    rows = {"SUI-003": [{"test": "tests/x.py::test_list", "outcome": "passed"},
                        {"test": "tests/x.py::test_other[a::b]", "outcome": "failed"}],
            "SUI-004": [{"test": "tests/x.py::test_skipped", "outcome": "skipped"},
                        {"test": "tests/x.py::test_waits", "outcome": "not_run"}]}
    sign_off, code = signed(scenario("passed"), rows=rows)
    assert (sign_off["verdict"], code) == ("refused", 1)
    assert sign_off["reasons"] == [
        "1 promise of the suite itself failed in its own tests: SUI-003 (test_other[a::b])"]
    sign_off, code = signed(scenario("passed"), rows=rows, whole=False)
    assert (sign_off["verdict"], code) == ("accepted", 0)  # it speaks of a part alone
    del rows["SUI-003"]
    assert signed(scenario("passed"), rows=rows)[1] == 0


def test_a_row_of_which_a_test_was_not_run_is_not_shown():
    rows = {"SUI-003": [{"test": "tests/x.py::test_list", "outcome": "passed"},
                        {"test": "tests/x.py::test_other", "outcome": "not_run"}]}
    sign_off, _ = signed(scenario("passed"), rows=rows)
    assert {each["id"]: each["status"] for each in sign_off["requirements"]}["SUI-003"] == "not_shown"


@pytest.mark.shows("SUI-051", "SUI-052")
def test_the_summary_and_the_results(run):
    ran = run({"missions/summed.feature": """
        @missions @MIS-004
        Feature: Summed
          Scenario: passes
            Given all is well
          Scenario: fails
            Given the promise is broken
          Scenario: skips
            Given it skips the rest because the target lacks clock
        """})
    sign_off = ran.sign_off
    assert set(sign_off) >= {"verdict", "reasons", "release", "target", "seed", "started_at", "seconds", "phases",
                             "scenarios", "requirements", "reconciliation", "summary", "environment", "results"}
    summary = sign_off["summary"]
    assert {name: summary[name] for name in ("total", "passed", "failed", "flaky", "skipped", "blocked", "timed_out")} \
        == {"total": 3, "passed": 1, "failed": 1, "flaky": 0, "skipped": 1, "blocked": 0, "timed_out": 0}
    assert summary["success_rate"] == 0.5
    assert summary["started_at"] < summary["finished_at"]
    assert summary["started_at"].endswith("Z")
    assert summary["seconds"] > 0
    assert sign_off["scenarios"]["total"] == sum(number for status, number in sign_off["scenarios"].items()
                                                 if status != "total")
    fails = sign_off["results"][1]
    assert (fails["name"], fails["status"], fails["error"], fails["tags"], fails["requirements"]) == (
        "fails", "failed", "it should be paused, and is running", ["missions", "MIS-004"], ["MIS-004"])
    assert fails["seconds"] >= 0
    assert [each["status"] for each in fails["attempts"]] == ["failed"]
    assert fails["measured"] == {"memory_mb": None, "rows": {}}


@pytest.mark.shows("SUI-058")
def test_the_report_names_what_ran_against_what(run):
    ran = run({"missions/named.feature": """
        Feature: Named
          Scenario: it passes
            Given all is well
        """})
    environment = ran.sign_off["environment"]
    assert {name: environment[name] for name in ("target", "address", "redis version", "release", "seed", "commit",
                                                 "command line")} == {
        "target": "reference", "address": "http://127.0.0.1:1", "redis version": "7", "release": "1.0", "seed": 7,
        "commit": "abc", "command line": "behave"}
    assert environment["selection"]
    properties = (ran.folder / "allure-results" / "environment.properties").read_text()
    assert "command-line=behave\n" in properties


@pytest.mark.shows("SUI-057")
def test_a_failure_says_what_happened_and_which_promise_it_breaks(run):
    feature = {"missions/told.feature": """
        @MIS-004
        Feature: Told
          Scenario: it fails
            Given the promise is broken
          Scenario: it breaks
            Given the step breaks down
        """}
    ran = run(feature)
    told = "it should be paused, and is running\nMIS-004: A mission that is paused asks no target."
    result = ran.result("it fails")
    assert result["statusDetails"] == {"message": told}
    assert told in (ran.folder / "junit.xml").read_text()
    assert "At the step: <b>Given the promise is broken</b>" in (ran.folder / "sign-off.html").read_text()
    assert "    step: Given the promise is broken (features/missions/told.feature:5)\n    it should be paused, and is" \
           " running\n    MIS-004: A mission" in ran.console
    assert ran.record.scenarios[1].error.startswith("RuntimeError: the step has a fault (steps/steps.py:")
    assert "Traceback" not in ran.console
    verbose = run(feature, arguments=("--verbose",))
    assert "in breaks" in verbose.result("it breaks")["statusDetails"]["trace"]


def test_an_empty_run_is_refused_in_every_report(run):
    ran = run({"missions/none.feature": "Feature: None\n"})
    assert ran.verdict.reasons == ["nothing ran: no scenario matches the selection"]
    assert (ran.verdict.exit_code, ran.sign_off["scenarios"]["total"]) == (1, 0)
    assert "nothing ran" in (ran.folder / "junit.xml").read_text()
    assert ran.sign_off["reconciliation"]["agree"]
