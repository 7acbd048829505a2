"""A run that somebody ends as a scenario begins: what was in hand was not run, and no promise is called failed."""

import pytest

FEATURE = """
    @api
    Feature: Interrupted
      @API-001 @normal @contract
      Scenario: First
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: In hand
        When {sentence}
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: Later
        When the request GET "/health/live" is sent
        Then the answer is 200
    """
ALIVE = 'the request GET "/health/live" is sent'
STEPS = """
    import os, signal
    from behave import when

    @when("somebody ends the run")
    def end(context):
        os.kill(os.getpid(), signal.SIGTERM)

    @when("somebody ends the run, and the clean-up meets an error")
    def end_with_error(context):
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        finally:
            raise RuntimeError("the connection is in use")
    """
HOOK = """

import os, signal
from support.running.session import Session

begin = Session._reason_to_skip


def _reason_to_skip(self, scenario):
    if scenario.name == "In hand":
        os.kill(os.getpid(), signal.SIGTERM)
    return begin(self, scenario)


Session._reason_to_skip = _reason_to_skip
"""


def is_not_run(run):
    assert run.code == 130, run.output
    assert run.statuses == {"First": "passed", "In hand": "not_run", "Later": "not_run"}
    assert {row["id"]: row["status"] for row in run.sign_off["requirements"]}["API-002"] == "not_shown"
    assert run.sign_off["reconciliation"]["agree"], run.sign_off["reconciliation"]["differences"]
    assert "Traceback" not in run.output
    assert "HOOK-ERROR" not in run.output


@pytest.mark.shows("SUI-055")
@pytest.mark.parametrize("sentence", ["somebody ends the run", "somebody ends the run, and the clean-up meets an error"])
def test_in_its_first_step(house, api_only, sentence):
    house.write("api/interrupted.feature", FEATURE.format(sentence=sentence))
    house.add_steps(STEPS)
    is_not_run(house.behave(*api_only))


@pytest.mark.shows("SUI-055")
def test_before_its_first_step(house, api_only):
    house.write("api/interrupted.feature", FEATURE.format(sentence=ALIVE))
    hooks = (house.folder / "environment.py").read_text()
    (house.folder / "environment.py").unlink()
    (house.folder / "environment.py").write_text(hooks + HOOK)
    is_not_run(house.behave(*api_only))
