"""A scenario gives the same result alone, in any order, after others, again and again."""

import json
import random
import shutil
from dataclasses import dataclass

import pytest
from house import PROJECT

# But for the one that waits 5 seconds on a platform that somebody else started: eleven times, it would be a minute.
SMOKE = "--tags=@smoke and not @MIS-007"


@dataclass
class Told:
    """What a run left, read before the next one."""

    code: int
    output: str
    statuses: dict[str, str]
    people: list[str]


@pytest.fixture(scope="module")
def suite(make_house):
    """A house with all features of the suite."""
    house = make_house()
    for area in (PROJECT / "features").iterdir():
        if area.is_dir():
            shutil.copytree(area, house.folder / "features" / area.name)
    return house


@pytest.fixture(scope="module")
def ten_runs(suite, deployed):
    """Quick runs in a row: three with the same seed, the others each with one of its own, the last in another order."""
    files = sorted(str(path.relative_to(suite.folder)) for path in (suite.folder / "features").rglob("*.feature"))
    runs = [suite.behave(*deployed, SMOKE, *files, *seed) for seed in [["-Dseed=4711"]] * 3 + [[]] * 6]
    random.Random(7).shuffle(files)
    runs.append(suite.behave(*deployed, SMOKE, *files))
    return [Told(run.code, run.output, run.statuses, _people(run)) for run in runs]


@pytest.mark.shows("SUI-032")
def test_ten_quick_runs_in_a_row_all_give_the_same(ten_runs):
    assert [run.code for run in ten_runs] == [0] * 10, "\n".join(run.output for run in ten_runs if run.code)
    assert all(run.statuses == ten_runs[0].statuses for run in ten_runs)


@pytest.mark.shows("SUI-005", "SUI-032")
def test_three_runs_with_the_same_seed_have_the_same_order_results_and_data(ten_runs):
    first, second, third, another = ten_runs[:4]

    assert [*first.statuses.items()] == [*second.statuses.items()] == [*third.statuses.items()]
    assert first.people == second.people == third.people != another.people
    assert first.people


@pytest.mark.shows("SUI-032")
def test_any_order_gives_the_same(ten_runs):
    straight, shuffled = ten_runs[0], ten_runs[-1]

    assert straight.statuses == shuffled.statuses
    assert [*straight.statuses] != [*shuffled.statuses]


@pytest.mark.shows("SUI-032")
def test_each_smoke_scenario_passes_alone(suite, deployed):
    alone = {}
    for name in suite.listed(SMOKE):
        alone |= suite.behave(*deployed, f"--name=^{name}$").statuses

    assert set(alone.values()) == {"passed"}, alone
    assert list(alone) == suite.listed(SMOKE)


def _people(run) -> list[str]:
    """The names under which people were registered, from the evidence."""
    found = []
    for path in (run.folder / "allure-results").glob("*-attachment.txt"):
        for line in path.read_text().splitlines():
            if line.startswith("{") and '"full_name"' in line and '"tenant_name"' in line:
                found.append(json.loads(line)["full_name"])
    return sorted(found)
