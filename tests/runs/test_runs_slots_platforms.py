"""Each slot has a platform of its own, and what every scenario is looked at for is looked at in each."""

import pytest

STEPS = """
    import json
    from pathlib import Path
    from behave import given
    from support.awaiting import await_value

    @given("{word} meets {word} at their platforms")
    def meet(context, one, other):
        target = context.config.session.target
        Path(one).write_text(json.dumps([target.base_url, str(target.database.url), target.cache.url, target.queue.url]))
        await_value(Path(other).exists, bool, within=60, words=lambda seen: f"{other} should be here, too")
    """
FEATURE = """
    @missions @MIS-001 @normal @integration @requires.database @requires.stand_ins
    Feature: Side by side
      Scenario: One
        Given Priya runs missions at Acme
        And Ada meets Bob at their platforms
        And a mission "Survey of Dock 4" over 1 target
        When Priya tries to rename it
        Then she succeeds
      Scenario: Other
        Given Priya runs missions at Acme
        And Bob meets Ada at their platforms
        And a mission "Survey of Dock 4" over 1 target
        When Priya tries to rename it
        Then she succeeds
    """


@pytest.mark.shows("SUI-006")
def test_each_slot_has_its_own_platform_database_and_queue(house):
    house.write("missions/side.feature", FEATURE)
    house.add_steps(STEPS)
    run = house.behave("--jobs", "2", "-Dpace=late")

    assert run.code == 0, run.output
    one, other = ((house.folder / name).read_text() for name in ("Ada", "Bob"))
    assert len({*one.strip("[]").split(", "), *other.strip("[]").split(", ")}) == 8
    for slot in ("slot-1", "slot-2"):
        assert {"platform.log", "worker.log", "postgres.log", "redis.log"} <= {
            path.name for path in (run.folder / "logs" / slot).iterdir()}
    assert run.sign_off["operations"]["described"] is not None


@pytest.mark.shows("SUI-006", "SUI-043")
def test_a_promise_that_any_scenario_can_break_is_watched_in_every_slot(house):
    house.write("missions/side.feature", FEATURE)
    house.add_steps(STEPS)
    run = house.behave("--jobs", "2", "-Dbroken=rename_touches_another_tenant")

    assert run.code == 1, run.output
    assert run.statuses == {"One": "failed", "Other": "failed"}
    words = "the scenario did not act for Globex, and knowledge_rules of that tenant are not as they were"
    assert [words in result["error"] for result in run.sign_off["results"]] == [True, True]
    assert {row["id"]: row["status"] for row in run.sign_off["requirements"]}["TEN-026"] == "failed"
    assert run.sign_off["reconciliation"]["agree"] is True
