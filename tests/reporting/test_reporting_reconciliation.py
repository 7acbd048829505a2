"""A report that differs from the run is found, whichever it is and however it differs."""

from __future__ import annotations

import json

import pytest

from support.reporting.reconciliation import reconcile

FEATURE = {"missions/held.feature": """
    Feature: Held
      Scenario: it passes
        Given all is well
      Scenario: it fails
        Given the promise is broken
    """}


def alter_result(folder, name, change):
    for path in folder.glob("allure-results/*-result.json"):
        result = json.loads(path.read_text(encoding="utf-8"))
        if result["name"] == name:
            change(path, result)


def rewrite(**changes):
    return lambda path, result: path.write_text(json.dumps(result | changes), encoding="utf-8")


def relabel(path, result):
    for label in result["labels"]:
        if label["name"] == "result":
            label["value"] = "passed"
    path.write_text(json.dumps(result | {"status": "passed"}), encoding="utf-8")


def copy(path, result):
    path.with_name(f"copy-{path.name}").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")


def in_junit(old, new):
    def change(folder):
        path = folder / "junit.xml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return change


@pytest.mark.shows("SUI-046")
@pytest.mark.parametrize(("change", "words"), [
    (lambda folder: alter_result(folder, "it fails", relabel), "Allure: {fails} is passed, and was failed"),
    (lambda folder: alter_result(folder, "it fails", rewrite(status="passed")),
     "Allure: {fails} is failed shown as passed, and was failed"),
    (lambda folder: alter_result(folder, "it fails", lambda path, result: path.unlink()),
     "Allure: {fails} is missing, and was failed"),
    (lambda folder: alter_result(folder, "it fails", copy), "Allure: {fails} stands there 2 times"),
    (lambda folder: alter_result(folder, "it passes", rewrite(fullName="somebody else")),
     "Allure: somebody else is not of this run"),
    (in_junit('type="failed"', 'type="skipped"'), "JUnit: {fails} is skipped written as failure, and was failed"),
    (in_junit("· it fails", "· it never ran"), "JUnit: {fails} is missing, and was failed"),
    (lambda folder: (folder / "junit.xml").write_text("<testsuites>"), "JUnit: can't be read: no element found"),
    (lambda folder: (folder / "junit.xml").unlink(), "JUnit: can't be read: "),
    (lambda folder: (folder / "allure-report.html").write_text("no results"), "Allure's page: {fails} is missing"),
])
def test_a_report_that_was_changed_is_found(run, change, words):
    ran = run(FEATURE)
    assert reconcile(ran.record).agree
    change(ran.folder)
    found = reconcile(ran.record)
    wanted = words.format(fails="features/missions/held.feature · it fails")
    assert not found.agree
    assert any(difference.startswith(wanted) for difference in found.differences), found.differences


@pytest.mark.shows("SUI-046")
def test_a_difference_in_number_fails_the_run(run):
    passing = {"missions/held.feature": """
        Feature: Held
          Scenario: it passes
            Given all is well
        """}
    ran = run(passing, listed=2)
    assert (ran.verdict.verdict, ran.verdict.exit_code) == ("refused", 1)
    assert ran.verdict.reasons == [
        "the reports disagree: the list: 2 scenarios counted before the run, and the run has 1"]


def test_a_formatter_that_loses_an_attempted_scenario_is_not_covered_up(run, monkeypatch):
    from support.reporting import formatter
    stock = formatter.TruthfulListener.close_scenario

    def forgetful(self):
        if self._scenario is not None and self._scenario.name == "it fails":
            self.logger.drop_test(self.current_scenario_uuid)
            self._scenario = self._around = self.current_scenario_uuid = None
        stock(self)

    monkeypatch.setattr(formatter.TruthfulListener, "close_scenario", forgetful)
    ran = run(FEATURE)
    assert ran.sign_off["reconciliation"]["allure"] == 1
    assert ran.sign_off["reconciliation"]["differences"] == [
        "Allure: features/missions/held.feature · it fails is missing, and was failed"]
