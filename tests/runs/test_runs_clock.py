"""The machine's clock is set while a run goes on: that is said, refuses the run, and spoils no duration."""

import pytest

FEATURE = """
    @api
    Feature: Time
      @API-001 @normal @contract
      Scenario: Before
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: While it jumps
        When the machine's clock is set by {seconds} seconds
        And the request GET "/health/live" is sent
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: After
        When the request GET "/health/live" is sent
        Then the answer is 200
    """
STEP = """
    from datetime import timedelta

    from behave import when

    from support import wall_clock

    @when("the machine's clock is set by {int} seconds")
    def jump(context, seconds):
        real = wall_clock.read
        wall_clock.read = lambda: real() + timedelta(seconds=seconds)
    """


@pytest.mark.parametrize(("seconds", "words"), [
    (3600, "the machine's clock jumped ahead by 3600."), (-86400, "the machine's clock jumped back by "),
])
@pytest.mark.shows("SUI-055")
def test_a_clock_that_jumps_is_told_with_its_scenario_and_refuses_the_run(house, api_only, seconds, words):
    house.write("api/time.feature", FEATURE.format(seconds=seconds))
    house.add_steps(STEP)
    run = house.behave(*api_only)

    assert run.code == 1, run.output
    assert set(run.statuses.values()) == {"passed"}
    (reason,) = run.sign_off["reasons"]
    assert reason.startswith(words)
    assert reason.endswith(" s during “While it jumps”: results that compare times are doubtful")
    assert f"    {reason}" in run.output
    assert run.sign_off["reconciliation"]["agree"] is True
    durations = [run.sign_off["seconds"], *(each["seconds"] for each in run.sign_off["results"])]
    assert all(0 <= each < 120 for each in durations), durations


@pytest.mark.shows("SUI-055")
def test_a_clock_that_is_kept_right_by_small_steps_is_none_that_jumps(house, api_only):
    house.write("api/time.feature", FEATURE.format(seconds=1))
    house.add_steps(STEP)

    assert house.behave(*api_only).code == 0
