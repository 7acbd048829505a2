"""The earlier suites' tests are mapped to what checks them now, and the check fails while one has nothing."""

from __future__ import annotations

import json
import shutil

import pytest

from support.reporting import promises
from support.reporting.seed_tests import by_suite, seed_tests

HELD = ("MIS-004", "shown", ["RAGLOX: test_pause", "PRS: holds"], ["one", "two"])
STAYS = ("MIS-007", "not_shown", ["PRS: found", "PRS: holds"], ["two"])
LISTS = ("SUI-003", "failed", ["PRS: list: all"], ["three"])


def requirement(identity, status, origin, scenarios):
    return {"id": identity, "area": "missions", "status": status, "origin": origin,
            "scenarios": [{"id": each, "name": each, "status": "passed"} for each in scenarios]}


@pytest.mark.shows("SUI-045")
def test_each_earlier_test_has_its_promises_and_scenarios_once():
    tests = seed_tests([requirement(*each) for each in (HELD, STAYS, LISTS)])
    assert [(each["test"], each["requirements"], [scenario["id"] for scenario in each["scenarios"]], each["status"])
            for each in tests] == [
        ("RAGLOX: test_pause", ["MIS-004"], ["one", "two"], "shown"),
        ("PRS: holds", ["MIS-004", "MIS-007"], ["one", "two"], "not_shown"),
        ("PRS: list: all", ["SUI-003"], ["three"], "failed")]
    suites = by_suite(tests)
    assert {suite: [each["name"] for each in found["tests"]] for suite, found in suites.items()} == {
        "RAGLOX": ["test_pause"], "PRS": ["holds", "list: all"]}
    assert suites["PRS"]["counts"] == {"shown": 0, "failed": 1, "not_shown": 1}


@pytest.mark.shows("SUI-045")
def test_the_table_is_made_with_each_report(run):
    feature = {"missions/held.feature": "@missions @MIS-004\nFeature: Held\n  Scenario: it holds\n    Given all is well\n"}
    ran = run(feature)
    table = {each["test"]: each for each in ran.sign_off["seed_tests"]}
    assert list(table) == ["RAGLOX: test_pause", "PRS: holds", "PRS: list"]
    assert table["RAGLOX: test_pause"] == {
        "test": "RAGLOX: test_pause", "requirements": ["MIS-004"], "status": "shown", "scenarios": [
            {"id": "features/missions/held.feature · it holds", "name": "it holds", "status": "passed"}]}
    assert (table["PRS: list"]["status"], table["PRS: list"]["scenarios"]) == ("not_shown", [])
    page = (ran.folder / "sign-off.html").read_text(encoding="utf-8")
    assert '<details class="area seeds" id="suite-RAGLOX">' in page
    assert '<a href="#MIS-004">MIS-004</a>' in page
    assert "2 tests, 1 shown, 0 failed, 1 not shown" in page


@pytest.mark.shows("SUI-045")
@pytest.mark.parametrize(("rows", "code"), [([HELD], 0), ([HELD, STAYS], 1), ([HELD, LISTS], 1), ([], 1)])
def test_the_check_fails_while_a_promise_or_an_earlier_test_is_not_shown(tmp_path, capsys, rows, code):
    requirements = [requirement(*each) for each in rows]
    write(tmp_path, requirements, seed_tests(requirements))
    assert promises.main([str(tmp_path), "--list"]) == code
    told = capsys.readouterr().out
    shown = sum(status == "shown" for _, status, _, _ in rows)
    assert f"{shown} of {len(rows)} promises are shown" in told
    assert ("MIS-007 not shown" in told, "PRS: holds not shown" in told) == (STAYS in rows, STAYS in rows)
    assert ("SUI-003 failed" in told, "PRS: list: all failed" in told) == (LISTS in rows, LISTS in rows)


def test_the_check_counts_the_earlier_tests_by_themselves(tmp_path, capsys):
    write(tmp_path, [requirement(*HELD)], [{"test": "PRS: holds", "status": "not_shown"}])
    assert promises.main([str(tmp_path)]) == 1
    assert "0 of 1 tests of the earlier suites are shown" in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "{", "{}", '{"requirements": []}', "[]"])
def test_without_a_report_the_check_says_so(tmp_path, capsys, text):
    if text is not None:
        (tmp_path / "sign-off.json").write_text(text)
    assert promises.main([str(tmp_path)]) == 2
    assert "no sign-off that can be read" in capsys.readouterr().err


def test_the_check_reads_what_a_run_leaves(run, capsys):
    features = "\n".join(f"  @{each}\n  Scenario: shows {each}\n    Given all is well" for each in
                         ("MIS-004", "MIS-007", "SUI-003"))
    ran = run({"missions/all.feature": f"Feature: All\n{features}\n"})
    assert promises.main([str(ran.folder.parent / "latest")]) == 0
    shutil.rmtree(ran.folder)
    assert promises.main([str(ran.folder.parent / "latest")]) == 2


def write(folder, requirements, tests):
    (folder / "sign-off.json").write_text(json.dumps({"requirements": requirements, "seed_tests": tests}))
