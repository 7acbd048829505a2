"""The command that runs a scenario once more."""

import pytest

from support.reporting.again import command
from support.reporting.progress import Progress
from support.reporting.run_record import ScenarioRecord
from support.settings import Settings


@pytest.fixture
def scenario():
    return ScenarioRecord(id="x", path="features/x.feature", line=12, area="api", feature="X", rule="", name="S",
                          description="", tags=["api"], requirements=[], severity="normal", parameters={}, status="failed")


@pytest.mark.shows("SUI-017", "SUI-058")
def test_it_names_place_seed_and_what_was_given_but_no_secret_and_no_selection(scenario):
    settings = Settings.load({"broken": "no_frame_on_pause", "area": "api", "seed": "7", "reports": "/tmp/x",
                              "database_url": "postgresql://ann:canary@h/x"}, {"MUSTER_AWAIT_SECONDS": "9"}, {})

    assert command(scenario, settings) == ("behave features/x.feature:12 -D database_url=… -D broken=no_frame_on_pause"
                                           " -D seed=7")


def test_what_is_left_out_unless_named_is_named(scenario):
    scenario.tags.append("wip")

    assert command(scenario, None) == "behave features/x.feature:12 --tags=@wip"


def test_a_place_with_a_space_can_be_pasted(scenario):
    scenario.path = "features/my own.feature"

    assert command(scenario, None) == "behave 'features/my own.feature:12'"


@pytest.mark.shows("SUI-017")
def test_progress_estimates_what_is_left_from_what_is_through(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr("support.reporting.progress.monotonic", lambda: clock[0])
    progress = Progress(None)
    monkeypatch.setattr(progress, "_draw", lambda: None)
    monkeypatch.setattr(progress, "_tick", lambda: None)
    progress.scenario_began("First", 5)
    assert progress.text() == "0/5 · 0 failed · 0:00 · First"
    clock[0] += 30
    progress.scenario_ended(failed=True)
    progress.scenario_began("Second", 5)

    assert progress.text() == "1/5 · 1 failed · 0:30 · about 2:00 left · Second"
