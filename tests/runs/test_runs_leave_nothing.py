"""After a run, however it ended, nothing of it is left: no row, no key, no task, no process, no folder."""

import signal
import subprocess
from contextlib import closing

import pytest

from support.awaiting import await_value
from support.datastores.guard import Datastores
from support.domain.stored import Stored
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue

BREAKS_OFF = """
    @missions
    Feature: Breaking off
      @MIS-002 @normal @e2e @requires.database @requires.stand_ins
      Scenario: In the middle of a mission
        Given Priya runs missions at Acme
        And a mission "Survey of Dock 4" over 2 targets
        And its second target takes its time to answer
        And Priya has started "Survey of Dock 4"
        And its first target has been surveyed, and its second is just being asked
        Then it is stopped
      @MIS-002 @normal @e2e @requires.database @requires.stand_ins
      Scenario: The next one
        Given Priya runs missions at Acme
        Then Priya finds no missions at all
    """
WAITS = """
    @missions
    Feature: Waiting
      @MIS-002 @normal @e2e @requires.database @requires.stand_ins
      Scenario: For ever
        Given Priya runs missions at Acme
        And a mission "Survey of Dock 4" over 1 target
        And somebody waits for ever
        Then it is created
      @MIS-002 @normal @e2e
      Scenario: Never reached
        Given Priya runs missions at Acme
        Then Priya finds no missions at all
    """
WAITING_STEP = """
    import threading
    from behave import given

    @given("somebody waits for ever")
    def wait(context):
        print("WAITING", flush=True)
        with open("waiting", "w") as sign:
            sign.write("now")
        threading.Event().wait()
    """


@pytest.mark.shows("SUI-032", "SUI-034", "SUI-081")
def test_a_scenario_that_fails_in_the_middle_leaves_the_next_one_and_the_datastores_clean(house, deployed, platform):
    house.write("missions/off.feature", BREAKS_OFF)
    run = house.behave(*deployed)

    assert run.statuses == {"In the middle of a mission": "failed", "The next one": "passed"}
    assert "Survey of Dock 4 should be stopped, and is running" in run.output
    given = Datastores.of(platform.database_url, platform.redis_url, platform.broker_url)
    with closing(Database(given.database_url)) as database, closing(Cache(given.redis_url)) as cache, \
            closing(Queue(given.broker_url)) as queue:
        assert database.value("SELECT count(*) FROM missions") == 0
        assert database.value("SELECT count(*) FROM people WHERE role = 'operator'") == 0
        left = Stored(database, cache, queue).fingerprint()
        assert (left.keys, left.tasks) == ((), {"running": 0})


@pytest.mark.shows("SUI-081")
def test_putting_back_takes_less_than_a_tenth_of_a_second_on_average(house, deployed):
    house.write("missions/many.feature", """
        @missions
        Feature: Many
          @MIS-003 @normal @integration @requires.database @requires.stand_ins
          Scenario Outline: One of many
            Given Priya runs missions at Acme
            And a mission "<name>" over 3 targets
            Then it is created
            Examples: enough for an average
              | name |
        """ + "\n".join(f"              | Round {number} |" for number in range(20)) + "\n")
    results = house.behave(*deployed).sign_off["results"]

    milliseconds = [each["measured"]["reset_ms"] for each in results]
    assert len(milliseconds) == 20
    assert sum(milliseconds) / len(milliseconds) < 100, milliseconds


@pytest.mark.shows("SUI-035", "SUI-055")
def test_a_clean_up_that_fails_makes_the_scenario_failed_in_every_report(house, api_only):
    house.write("api/stuck.feature", """
        @api
        Feature: Stuck
          @API-001 @normal @contract
          Scenario: Passes and is stuck
            When something is made that cannot be cleaned away
            And the request GET "/health/live" is sent
            Then the answer is 200
          @API-001 @normal @contract
          Scenario: Next
            When the request GET "/health/live" is sent
            Then the answer is 200
        """)
    house.add_steps("""
        from behave import when

        @when("something is made that cannot be cleaned away")
        def make(context):
            context.world.clean_up("clean it away", lambda: 1 / 0)
        """)
    run = house.behave(*api_only)

    assert run.code == 1
    assert run.statuses["Next"] == "passed"
    assert run.statuses["Passes and is stuck"] == "error"
    assert "could not clean it away: division by zero" in run.output
    assert run.sign_off["reconciliation"]["agree"] is True


@pytest.mark.shows("SUI-037", "SUI-055")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_its_report_and_nothing_else(house, how):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(WAITING_STEP)
    run = house.start()
    _await_waiting(house, run)
    run.send_signal(how)
    output, _ = run.communicate(timeout=120)

    assert run.returncode == 130, output
    assert house.left() == []
    sign_off = (house.folder / "reports/latest/sign-off.json").read_text()
    assert "the run was interrupted" in sign_off
    assert (house.folder / "reports/latest/junit.xml").exists()


@pytest.mark.shows("SUI-037")
def test_a_run_that_is_killed_leaves_nothing_after_five_seconds(house):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(WAITING_STEP)
    run = house.start()
    _await_waiting(house, run)
    mine = house.left()
    run.kill()
    run.communicate(timeout=120)

    assert mine, "a booted run has processes"
    await_value(lambda: house.left(), lambda left: left == [], within=5, words=lambda left: f"still there: {left}")


@pytest.mark.shows("SUI-001", "SUI-028", "SUI-037")
def test_a_run_boots_its_own_platform_in_less_than_ten_seconds_and_removes_it(house):
    house.write("api/alive.feature", """
        @api
        Feature: Alive
          @API-001 @normal @contract
          Scenario: The worker is alive before the first scenario
            When the request GET "/health/ready" is sent
            Then in the answer "components.worker" is "up"
        """)
    run = house.behave()

    assert run.code == 0, run.output
    assert run.sign_off["phases"]["boot"] < 10
    assert house.left() == []


def _await_waiting(house, run: subprocess.Popen[str]) -> None:
    def look() -> bool:
        assert run.poll() is None, run.communicate()[0]
        return (house.folder / "waiting").exists()

    await_value(look, bool, within=120, words=lambda seen: "the run should come to its waiting step")
