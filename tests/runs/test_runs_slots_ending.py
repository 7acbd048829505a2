"""Slots that end before their time: by somebody's wish, by a platform that goes away, by the end of the run itself."""

import os
import re
import signal
import subprocess

import psutil
import pytest

from support.awaiting import await_value

STEPS = """
    import os, signal, threading
    from pathlib import Path
    from behave import given, when
    from support.awaiting import await_value

    @given("somebody waits for ever")
    def wait(context):
        Path(f"waiting-{os.getpid()}").touch()
        threading.Event().wait()

    @given("{word} meets {word}")
    def meet(context, one, other):
        Path(one).touch()
        await_value(Path(other).exists, bool, within=60, words=lambda seen: f"{other} should be here, too")

    @when("the platform gets {word}")
    def get(context, name):
        os.kill(context.config.session.target.processes()["platform"], getattr(signal, name))
    """
WAITS = """
    @missions @MIS-002 @normal @e2e
    Feature: Waiting
      Scenario: One
        Given Priya runs missions at Acme
        And somebody waits for ever
        Then Priya finds no missions at all
      Scenario: Other
        Given Priya runs missions at Acme
        And somebody waits for ever
        Then Priya finds no missions at all
      Scenario: Never begun
        Given Priya runs missions at Acme
        Then Priya finds no missions at all
    """
GONE = """
    @missions @normal @e2e
    Feature: Going away
      @MIS-002
      Scenario: In hand
        Given Priya runs missions at Acme
        And Ada meets Bob
        When the platform gets SIGKILL
        Then Priya finds no missions at all
      @MIS-001
      Scenario: Beside it
        Given Bob meets Ada
        And Priya runs missions at Acme
        Then Priya finds no missions at all
      @MIS-003
      Scenario Outline: After, <n>
        Given Priya runs missions at Acme
        Then Priya finds no missions at all
        Examples: some
          | n |
          | 1 |
          | 2 |
          | 3 |
    """
ALL_GONE = """
    @missions @normal @e2e @MIS-002
    Feature: Going away
      Scenario: One
        Given Ada meets Bob
        When the platform gets SIGKILL
        Then Priya finds no missions at all
      Scenario: Other
        Given Bob meets Ada
        When the platform gets SIGKILL
        Then Priya finds no missions at all
      Scenario: After
        Given Priya runs missions at Acme
        Then Priya finds no missions at all
    """


@pytest.mark.shows("SUI-006", "SUI-015")
def test_a_platform_that_goes_away_in_one_slot_leaves_the_rest_to_the_others(house):
    house.write("missions/gone.feature", GONE)
    house.add_steps(STEPS)
    run = house.behave("--jobs", "2")

    assert run.code == 3, run.output
    assert run.statuses == {"In hand": "error", "Beside it": "passed", "After, 1 (n 1)": "passed",
                            "After, 2 (n 2)": "passed", "After, 3 (n 3)": "passed"}
    assert run.sign_off["results"][0]["error"].startswith("the platform went away: ")
    assert re.match("slot [12]: the platform went away after 0 of 5 scenarios: ", run.sign_off["reasons"][0])
    assert {row["id"]: row["status"] for row in run.sign_off["requirements"]}["MIS-002"] == "not_shown"
    assert run.sign_off["reconciliation"]["agree"] is True
    assert house.left() == []


@pytest.mark.shows("SUI-006", "SUI-015")
def test_what_nobody_could_run_any_more_is_not_run(house):
    house.write("missions/gone.feature", ALL_GONE)
    house.add_steps(STEPS)
    run = house.behave("--jobs", "2")

    assert run.code == 3, run.output
    assert run.statuses == {"One": "error", "Other": "error", "After": "not_run"}
    assert run.sign_off["results"][2]["reason"] == "not run: the platform went away before"
    assert "failed" not in run.sign_off["summary"]["requirements"]
    assert run.sign_off["reconciliation"]["agree"] is True
    assert "Traceback" not in run.output


@pytest.mark.shows("SUI-006", "SUI-015")
def test_a_platform_that_does_not_come_up_ends_the_run_with_3(house):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(STEPS)
    run = house.behave("--jobs", "2", "-Dboot_seconds=0.1")

    assert run.code == 3, run.output
    assert set(run.statuses.values()) == {"not_run"}
    assert house.left() == []


@pytest.mark.shows("SUI-006", "SUI-037", "SUI-055")
@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupted_run_leaves_its_report_and_nothing_else(house, times):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(STEPS)
    run = house.start("--jobs", "2")
    _await_two_who_wait(house, run)
    for _ in range(times):
        run.send_signal(signal.SIGINT)
    output, _ = run.communicate(timeout=120)

    assert run.returncode == 130, output
    assert house.left() == []
    sign_off = (house.folder / "reports/latest/sign-off.json").read_text()
    assert "the run was interrupted" in sign_off
    assert '"agree": true' in sign_off
    assert '"status": "error"' not in sign_off
    assert "Traceback" not in output
    assert "HOOK-ERROR" not in output


@pytest.mark.shows("SUI-006", "SUI-037")
def test_a_run_that_is_killed_leaves_nothing_after_five_seconds(house):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(STEPS)
    run = house.start("--jobs", "2")
    _await_two_who_wait(house, run)
    slots = [each.pid for each in psutil.Process(run.pid).children() if "behave" in " ".join(each.cmdline())]
    mine = house.left()
    run.kill()
    run.communicate(timeout=120)

    assert len(slots) == 2
    assert mine, "slots that have booted have processes"
    await_value(lambda: [*house.left(), *filter(psutil.pid_exists, slots)], lambda left: left == [], within=5,
                words=lambda left: f"still there: {left}")


@pytest.mark.shows("SUI-006", "SUI-037")
def test_a_slot_that_is_killed_leaves_nothing_and_the_other_goes_on(house):
    house.write("missions/waits.feature", WAITS)
    house.add_steps(STEPS)
    run = house.start("--jobs", "2")
    waiting = _await_two_who_wait(house, run)
    os.kill(waiting[0], signal.SIGKILL)
    (other,) = waiting[1:]
    os.kill(other, signal.SIGTERM)
    output, _ = run.communicate(timeout=120)

    assert run.returncode == 130, output
    assert "was ended by signal SIGKILL while “" in output
    await_value(lambda: house.left(), lambda left: left == [], within=5, words=lambda left: f"still there: {left}")


def _await_two_who_wait(house, run: subprocess.Popen[str]) -> list[int]:
    """The processes of both slots, when each is at its waiting step."""
    def look() -> list[int]:
        assert run.poll() is None, run.communicate()[0]
        return [int(path.name.partition("-")[2]) for path in house.folder.glob("waiting-*")]

    return await_value(look, lambda found: len(found) == 2, within=120,
                       words=lambda found: f"both slots should come to their waiting step, and {found} did")
