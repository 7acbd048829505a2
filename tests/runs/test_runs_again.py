"""A scenario gives the same result alone, in any order, after others, again and again."""

import random
import shutil

import pytest
from house import PROJECT

SMOKE = "--tags=@smoke"


@pytest.fixture
def house(house):
    for area in (PROJECT / "features").iterdir():
        if area.is_dir():
            shutil.copytree(area, house.folder / "features" / area.name)
    return house


@pytest.mark.shows("SUI-032")
def test_ten_quick_runs_in_a_row_all_give_the_same(house):
    runs = [house.behave(SMOKE) for _ in range(10)]

    assert [run.code for run in runs] == [0] * 10, "\n".join(run.output for run in runs if run.code)
    assert all(run.statuses == runs[0].statuses for run in runs)


@pytest.mark.shows("SUI-005", "SUI-032")
def test_three_runs_with_the_same_seed_have_the_same_order_results_and_data(house, deployed):
    runs = []
    for _ in range(3):
        run = house.behave(*deployed, "features/accounts", "-Dseed=4711")
        names = sorted(each["full_name"] for each in _people(run))
        runs.append((run.code, run.statuses, [each["name"] for each in run.sign_off["results"]], names))

    assert runs[0] == runs[1] == runs[2]
    assert runs[0][0] == 0
    assert runs[0][3]


@pytest.mark.shows("SUI-032")
def test_any_order_gives_the_same(house, deployed):
    files = sorted(str(path.relative_to(house.folder)) for path in (house.folder / "features").rglob("*.feature"))
    straight = house.behave(*deployed, SMOKE, *files)
    random.Random(7).shuffle(files)
    shuffled = house.behave(*deployed, SMOKE, *files)

    assert (straight.code, shuffled.code) == (0, 0), straight.output + shuffled.output
    assert straight.statuses == shuffled.statuses
    assert list(straight.statuses) != list(shuffled.statuses)


@pytest.mark.shows("SUI-032")
def test_each_smoke_scenario_passes_alone(house, deployed):
    alone = {}
    for name in house.listed(SMOKE):
        alone |= house.behave(*deployed, f"--name=^{name}$").statuses

    assert set(alone.values()) == {"passed"}, alone
    assert list(alone) == house.listed(SMOKE)


def _people(run) -> list[dict]:
    """What was sent to register people, from the evidence."""
    import json

    found = []
    for path in (run.folder / "allure-results").glob("*-attachment.txt"):
        for line in path.read_text().splitlines():
            if line.startswith("{") and '"full_name"' in line and '"tenant_name"' in line:
                found.append(json.loads(line))
    return found
