"""A platform that went away: seen once, told everywhere, and no look before it was there."""

import pytest
from behave.model import Scenario, Step
from behave.model_type import Status

from support.findings import Finding, PlatformGone
from support.reporting.notes import notes_of
from support.reporting.outcome import outcome_of
from support.reporting.run_record import UNREACHABLE
from support.running.presence import Presence


@pytest.fixture
def answers():
    """What the looks answer, one after the other; with the presence that takes them."""
    given = []
    presence = Presence(lambda: given.pop(0))
    presence.was_there = True
    return given, presence


def test_while_all_is_well_nothing_ends(answers):
    given, presence = answers
    presence.on_gone = lambda: pytest.fail("nothing is wrong")
    given += ["", ""]

    assert [presence.look(), presence.look(), presence.gone] == ["", "", ""]


def test_once_it_is_gone_the_run_ends_and_it_is_not_asked_again(answers):
    given, presence = answers
    ended = []
    presence.on_gone = lambda: ended.append(True)
    given += ["", "nobody listens"]

    assert [presence.look(), presence.look(), presence.look()] == ["", "nobody listens", "nobody listens"]
    assert ended == [True]


def test_what_never_was_there_cannot_go_away():
    assert Presence(lambda: pytest.fail("nobody is there to be asked")).look() == ""


def test_the_scenario_in_hand_and_its_step_say_that_it_went_away_whatever_they_said(answers):
    _, presence = answers
    presence.gone = "nobody listens\nthe end of its log"
    step = Step("features/x.feature", 7, "When", "when", "Priya starts it")
    scenario = Scenario("features/x.feature", 5, "Scenario", "S", steps=[step])
    step.status, step.exception = Status.failed, Finding("it should be running")
    presence.blame(scenario, step)

    told = "the platform went away: nobody listens\nthe end of its log\nthe step said: it should be running"
    assert (step.status, str(step.exception)) == (Status.error, told)
    assert isinstance(step.exception, PlatformGone)
    assert (outcome_of(scenario).status, outcome_of(scenario).error) == ("error", told)
    assert notes_of(scenario).platform_gone == told


def test_the_run_says_after_how_many_in_one_line(answers):
    _, presence = answers
    presence.gone = "nobody listens\nthe end of its log"

    problem = presence.problem([])
    assert problem.text == "the platform went away after 0 of 0 scenarios: nobody listens"
    assert problem.exit_code == UNREACHABLE
