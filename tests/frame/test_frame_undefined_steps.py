"""Sentences that nobody defined, and what is said of them."""

import pytest
from behave.cucumber_expression import StepMatcher4CucumberExpressions
from behave.model import Scenario, Step
from behave.step_registry import StepRegistry

from support.running.parameter_types import define_parameter_types
from support.running.undefined_steps import undefined_steps


@pytest.fixture
def registry():
    define_parameter_types()
    made = StepRegistry()
    for kind, pattern in (("when", "{person} starts {mission}"), ("when", "{person} stops {mission}"),
                          ("then", "{mission} completes"), ("then", "it stands at {int} percent"),
                          ("given", "a mission {string} over {int} target(s)")):
        matcher = StepMatcher4CucumberExpressions(lambda context, *values: None, pattern, kind)
        made.steps[kind].append(matcher)
    yield made
    StepMatcher4CucumberExpressions.TYPE_REGISTRY.clear()


def found(registry, kind, name):
    step = Step("features/x.feature", 7, kind.capitalize(), kind, name)
    return undefined_steps([Scenario("features/x.feature", 5, "Scenario", "S", steps=[step, step])], registry)


def test_what_is_defined_is_none(registry):
    assert found(registry, "when", "Priya starts it") == []


def test_each_is_told_once_with_its_place_and_three_that_are_like_it(registry):
    (words,) = found(registry, "given", 'a mision "Round of the gates" over 3 targets')

    lines = [line.strip() for line in words.splitlines()]
    assert lines[0] == ('features/x.feature:7: nobody has said what this means: Given a mision "Round of the gates" over 3'
                        " targets")
    assert lines[2] == 'Given a mission "Round of the gates" over 3 targets'
    assert len(lines) == 5


def test_what_exists_under_another_keyword_is_told_so(registry):
    (words,) = found(registry, "given", "Priya starts it")

    assert words.splitlines()[1].strip() == "it exists as When"
