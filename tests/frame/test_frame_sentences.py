"""The registry of sentences: as exact as behave's own, and lazier."""

from pathlib import Path

import pytest
from behave.cucumber_expression import StepMatcher4CucumberExpressions
from behave.model import Step
from behave.step_registry import AmbiguousStep, StepRegistry

from support.running.lean_model import use_lean_model
from support.running.parameter_types import define_parameter_types
from support.running.reading import read_features
from support.running.step_definitions import Sentence, Sentences, load_step_modules

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def sentences():
    define_parameter_types()
    registry = StepRegistry()
    Sentences.adopt(registry)
    yield registry
    StepMatcher4CucumberExpressions.TYPE_REGISTRY.clear()


def step(name, kind="when"):
    return Step("features/x.feature", 7, kind.capitalize(), kind, name)


def pause(context, person, mission):
    """Somebody pauses a mission."""


def pause_again(context, person, mission):
    """The same words, and another meaning."""


def test_a_sentence_is_understood_when_it_is_spoken_and_not_before(sentences):
    sentences.add_step_definition("when", "{person} pauses {mission}", pause)
    (known,) = sentences.steps["when"]
    assert sentences.find_match(step("Priya stops it")) is None
    assert "cucumber_expression" not in known.__dict__

    match = sentences.find_match(step('Priya pauses "Survey of Dock 4"'))

    assert match.func is pause
    assert [argument.value for argument in match.arguments] == ["Priya", "Survey of Dock 4"]


@pytest.mark.parametrize(("pattern", "spoken"), [
    ("{person} is a/an {role} at {tenant}", "Priya is an operator at Acme"),
    ("a mission {string} over {int} target(s)", 'a mission "Survey" over 1 target'),
    ("he pays \\(or not\\)", "he pays (or not)"),
    ("{int} of them is/are accepted", "3 of them are accepted"),
])
def test_no_kind_of_expression_is_passed_over_by_its_fixed_parts(sentences, pattern, spoken):
    define = StepMatcher4CucumberExpressions(pause, pattern, "when")

    assert define.match(spoken)
    assert Sentence(pause, pattern, "when").match(spoken)


def test_the_same_sentence_cannot_be_defined_twice(sentences):
    sentences.add_step_definition("when", "{person} pauses {mission}", pause)
    sentences.add_step_definition("when", "{person} pauses {mission}", pause)  # its file was loaded once more

    with pytest.raises(AmbiguousStep, match=r"one sentence has one meaning, and this has 2: When \{person\} pauses"):
        sentences.add_step_definition("when", "{person} pauses {mission}", pause_again)


def test_what_is_spoken_cannot_mean_two_things(sentences):
    sentences.add_step_definition("when", "{person} pauses {mission}", pause)
    sentences.add_step_definition("when", "{person} pauses {anything}", pause_again)

    with pytest.raises(AmbiguousStep, match="this has 2: When Priya pauses it"):
        sentences.find_match(step("Priya pauses it"))


def test_every_sentence_of_the_suite_is_well_formed(monkeypatch):
    monkeypatch.chdir(PROJECT)
    define_parameter_types()
    defined = []
    monkeypatch.setattr("behave.step_registry.registry.add_step_definition",
                        lambda kind, words, function: defined.append(Sentence(function, words, kind)))
    load_step_modules([PROJECT / "steps"])
    try:
        assert len([each.cucumber_expression for each in defined]) == len(defined) > 300
    finally:
        StepMatcher4CucumberExpressions.TYPE_REGISTRY.clear()


def test_a_step_of_an_outline_is_a_fresh_one_for_each_row(tmp_path):
    use_lean_model()
    place = tmp_path / "x.feature"
    place.write_text("Feature: X\n  Scenario Outline: Y\n    Given <a> is said\n      | b   |\n      | <a> |\n"
                     "    Examples:\n      | a |\n      | 1 |\n      | 2 |\n")

    first, second = (scenario.steps[0] for scenario in read_features([str(place)])[0].walk_scenarios())

    assert [first.name, second.name] == ["1 is said", "2 is said"]
    assert [first.table.rows[0]["b"], second.table.rows[0]["b"]] == ["1", "2"]
    assert first.captured is not second.captured
