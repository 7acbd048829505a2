"""What every feature keeps to, so that somebody who knows the business can read it."""

import re
from pathlib import Path

import pytest
from behave.runner_util import parse_features

from support.reporting.registry import load_registry
from support.running.tags import AREAS, KINDS, SEVERITIES

PROJECT = Path(__file__).parents[2]
FILES = sorted((PROJECT / "features").rglob("*.feature"))
SCENARIOS = [scenario for feature in parse_features([str(path) for path in FILES]) for scenario in feature.walk_scenarios()]
FOR_QA = ("api", "datastores", "services")
TECHNICAL = re.compile(r"/api/|\b(?:JSON|SELECT|HTTP|GET|POST|PATCH|DELETE)\b|\bstatus code\b")
ADDRESS = re.compile(r"^\s*[^|\s].*https?://", re.MULTILINE)  # in a table it is what somebody wants surveyed


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_scenario_says_where_it_belongs_what_it_shows_and_how_grave_it_is(scenario):
    tags = set(map(str, scenario.effective_tags))
    folder = Path(scenario.filename).parent.name

    assert tags & set(AREAS) == {folder}
    assert len(tags & set(SEVERITIES)) == 1
    assert tags & set(KINDS)
    assert {tag.removeprefix("partly.") for tag in tags} & set(load_registry(PROJECT / "features/requirements.csv"))
    assert len(list(scenario.all_steps)) <= 12


def test_what_promises_a_time_has_nothing_beside_it():
    tags_of = {scenario.name: set(map(str, scenario.effective_tags)) for scenario in SCENARIOS}

    assert [name for name, tags in tags_of.items() if "performance" in tags and "alone" not in tags] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name not in FOR_QA], ids=lambda path: path.stem)
def test_a_feature_of_the_business_has_no_technical_word(path):
    assert TECHNICAL.findall(path.read_text()) == []
    assert ADDRESS.findall(path.read_text()) == []


def test_the_registry_is_as_it_was_handed_over():
    registry = load_registry(PROJECT / "features/requirements.csv")

    assert len(registry) == 901
    assert {row.area for row in registry.values()} == set(AREAS)
