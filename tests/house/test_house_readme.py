"""What the README says is so."""

import re
from pathlib import Path

import pytest
from behave.runner_util import parse_features

from support.settings import markdown_table

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text()


def scenarios():
    files = sorted((PROJECT / "features").rglob("*.feature"))
    return [scenario for feature in parse_features([str(path) for path in files]) for scenario in feature.walk_scenarios()]


@pytest.mark.shows("SUI-046")
def test_the_number_of_scenarios_is_the_one_that_is_listed():
    smoke = [scenario for scenario in scenarios() if "smoke" in scenario.effective_tags]

    assert f"there are {len(scenarios())} scenarios, {len(smoke)} of them `@smoke`" in README


def test_the_smoke_set_stays_small():
    assert len([scenario for scenario in scenarios() if "smoke" in scenario.effective_tags]) <= 15


def test_the_table_of_settings_is_the_settings():
    listed = README.split("<!-- settings: begin -->\n")[1].split("<!-- settings: end -->")[0]

    assert listed.strip() == markdown_table()


def test_every_make_target_named_is_there():
    targets = set(re.findall(r"^([a-z-]+):.*##", (PROJECT / "Makefile").read_text(), re.MULTILINE))

    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))

    assert named
    assert named <= targets


def test_every_file_named_is_there():
    named = set(re.findall(r"`((?:features|steps|support|reference|tests)/[\w./-]+)`", README))

    assert named

    assert [path for path in named if not (PROJECT / path).exists()] == []
