"""Which scenario a slot gets next."""

import json
from textwrap import dedent

import pytest
from behave.parser import parse_feature

from support.reporting.identity import scenario_ids
from support.running.slots.work import Work

FEATURE = """
    Feature: Work
      @alone
      Scenario: Alone
        Given nothing
      Scenario: Quick
        Given nothing
      Scenario: Long
        Given nothing
      Scenario: Longest
        Given nothing
      Scenario: New
        Given nothing
    """
ALONE, QUICK, LONG, LONGEST, NEW = range(5)
TOOK = {"Alone": 50.0, "Quick": 0.4, "Long": 4.0, "Longest": 9.0}


@pytest.fixture
def scenarios():
    return parse_feature(dedent(FEATURE), filename="features/api/work.feature").walk_scenarios()


def handed_out(work: Work) -> list[int]:
    """All, to a slot that is there alone."""
    found = []
    while (place := work.next(())) is not None:
        found.append(place)
    return found


def report(folder, scenarios, content: str | None = None) -> None:
    ids = scenario_ids(scenarios[0].feature)
    results = [{"id": ids[id(each)], "seconds": TOOK[each.name]} for each in scenarios if each.name in TOOK]
    (folder / "latest").mkdir()
    (folder / "latest/sign-off.json").write_text(json.dumps({"results": results}) if content is None else content)


def test_what_took_long_in_the_last_run_begins_first_and_the_rest_is_in_the_features_order(scenarios, tmp_path):
    report(tmp_path, scenarios)

    assert handed_out(Work(scenarios, tmp_path)) == [LONGEST, LONG, QUICK, NEW, ALONE]


@pytest.mark.parametrize("content", ["", "[]", '{"results": 5}', '{"results": [{"id": "x", "seconds": "soon"}]}', "{"])
def test_a_report_that_cannot_be_read_leaves_the_features_order(scenarios, tmp_path, content):
    report(tmp_path, scenarios, content)

    assert handed_out(Work(scenarios, tmp_path)) == [QUICK, LONG, LONGEST, NEW, ALONE]


def test_without_a_run_before_it_is_the_features_order(scenarios, tmp_path):
    assert handed_out(Work(scenarios, tmp_path / "reports")) == [QUICK, LONG, LONGEST, NEW, ALONE]


def test_what_has_to_be_alone_is_given_out_only_when_nobody_else_is_there(scenarios, tmp_path):
    work = Work(scenarios, tmp_path)
    assert [work.next(["another"]) for _ in range(5)] == [QUICK, LONG, LONGEST, NEW, None]
    assert not work.is_done

    assert work.next(()) == ALONE
    assert work.is_done


def test_as_many_slots_are_of_use_as_scenarios_may_be_run_at_once(scenarios, tmp_path):
    assert Work(scenarios, tmp_path).most_at_once == 4
    assert Work(scenarios[:1], tmp_path).most_at_once == 1


def test_what_is_dropped_is_given_to_nobody(scenarios, tmp_path):
    work = Work(scenarios, tmp_path)
    work.drop()

    assert work.next(()) is None
    assert work.is_done
