"""Each broken variant says truly what it breaks and who must notice. None is run here: that is ``make broken``."""

import ast
from pathlib import Path

import pytest
from behave.parser import parse_file

from support.reporting.registry import load_registry, requirement_ids
from tests.broken._reading import constants, files
from tests.broken._starting import replace

PROJECT = Path(__file__).parents[2]
VARIANTS = files()
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def registry():
    return load_registry(PROJECT / "features/requirements.csv")


@pytest.fixture(scope="module")
def scenarios():
    """Title -> tags, of all scenarios and outlines; ``partly.MIS-004`` stands for its id: the scenario must notice, too."""
    found = {}
    for path in sorted((PROJECT / "features").rglob("*.feature")):
        for scenario in parse_file(str(path)).walk_scenarios(with_outlines=True):
            if getattr(scenario, "_row", None) is None:  # an outline's title stands for all its rows
                found[scenario.name] = [str(tag).removeprefix("partly.") for tag in scenario.effective_tags]
    return found


@each_variant
def test_it_says_what_it_breaks_and_who_must_notice(variant):
    said = constants(variant)

    assert said["RULE"].endswith(".")
    for name in ("REQUIREMENTS", "SCENARIOS"):
        assert isinstance(said[name], tuple)
        assert all(isinstance(each, str) for each in said[name])
        assert len(set(said[name])) == len(said[name])
    assert said["REQUIREMENTS"]
    assert bool(said["SCENARIOS"]) != bool(said.get("MISSING")), "say in MISSING which scenario is missing, only if so"


@each_variant
def test_it_names_rows_of_the_registry(variant, registry):
    assert [each for each in constants(variant)["REQUIREMENTS"] if each not in registry] == []


@each_variant
def test_its_scenarios_exist_and_carry_one_of_its_rows(variant, scenarios):
    said = constants(variant)

    assert [title for title in said["SCENARIOS"] if title not in scenarios] == [], "these titles are in no feature"
    strangers = [title for title in said["SCENARIOS"] if not set(said["REQUIREMENTS"]) & set(scenarios[title])]
    assert strangers == [], "these scenarios show none of the variant's rows"
    idle = set(said["REQUIREMENTS"]) - {tag for title in said["SCENARIOS"] for tag in scenarios[title]}
    assert not said["SCENARIOS"] or not idle, "none of the variant's scenarios shows these rows"


@each_variant
def test_importing_it_breaks_nothing(variant):
    """It replaces something of the reference only when it is started, and then starts the reference."""
    tree = ast.parse(variant.read_text())
    harmless = (ast.Import, ast.ImportFrom, ast.Assign, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    *others, guard = tree.body

    assert [node.lineno for node in others if not isinstance(node, harmless)] == []
    assert ast.unparse(guard).startswith("if __name__ == '__main__':")
    *replaced, started = (ast.unparse(node) for node in guard.body)
    assert replaced
    assert all(line.startswith("replace(") for line in replaced)
    assert started == "start()"


def test_every_critical_scenario_has_a_variant_that_it_must_notice(scenarios):
    noticed = {title for variant in VARIANTS for title in constants(variant)["SCENARIOS"]}
    critical = {title for title, tags in scenarios.items() if {"blocker", "critical"} & set(tags) and requirement_ids(tags)}

    assert sorted(critical - noticed) == [], "break the platform where these should notice: tests/broken/_starting.py"


def test_the_reference_knows_nothing_of_it():
    words = ("tests.broken", "tests/broken", "import tests", "from tests")
    places = [f"{path}: {word}" for path in sorted((PROJECT / "reference").rglob("*.py")) for word in words
              if word in path.read_text()]

    assert places == []


@pytest.mark.parametrize("place", [{"start": 1}, type("Place", (), {"start": 1})], ids=["table", "module or class"])
def test_what_is_not_there_cannot_be_replaced(place):
    """Otherwise a variant whose function got another name would break nothing, and count as not noticed."""
    replace(place, "start", 2)
    assert (place["start"] if isinstance(place, dict) else place.start) == 2

    with pytest.raises(LookupError, match="any more: mend the variant"):
        replace(place, "begin", 3)
