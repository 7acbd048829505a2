"""A platform that dies, hangs or answers rubbish: the run ends, loses nothing, and calls no promise broken."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from support.reporting.allure_results import read_results
from support.reporting.junit import read_junit

LOG = "what the platform and the worker logged since the scenario's first request"
FEATURE = """
    @missions
    Feature: Going away
      @MIS-001 @normal @e2e
      Scenario: Before
        When the request GET "/health/live" is sent
        Then the answer is 200
      @MIS-002 @normal @e2e @requires.database
      Scenario: In hand
        Given Priya runs missions at Acme
        And a mission "Survey of Dock 4" over 1 target
        And Priya watches "Survey of Dock 4"
        When the platform gets "{signal}"
        And Priya starts it
        Then it completes
      @MIS-003 @normal @e2e
      Scenario Outline: After
        When the request GET "/health/live" is sent
        Then the answer is <code>
        Examples: of any kind
          | code |
          | 200  |
          | 418  |
    """
STEP = """
    import os, signal
    from behave import when

    @when("the platform gets {string}")
    def get(context, string):
        os.kill(context.config.session.target.processes()["platform"], getattr(signal, string))
    """


@pytest.mark.parametrize(("signal", "words"), [
    ("SIGKILL", "platform ended by signal SIGKILL"),
    ("SIGSTOP", "there is no answer in 5 s at"),
])
@pytest.mark.shows("SUI-005", "SUI-015", "SUI-055")
def test_a_platform_that_dies_or_hangs_ends_the_run_and_breaks_no_promise(house, signal, words):
    house.write("missions/gone.feature", FEATURE.format(signal=signal))
    house.add_steps(STEP)
    run = house.behave("-Danswer_seconds=1")

    assert run.code == 3, run.output
    assert run.statuses == {"Before": "passed", "In hand": "error", "After (code 200)": "not_run",
                            "After (code 418)": "not_run"}
    in_hand = run.sign_off["results"][1]
    assert in_hand["error"].startswith("the platform went away: ")
    assert words in in_hand["error"]
    assert "the step said: POST /api/v2/missions/" in in_hand["error"]
    assert in_hand["failed_step"] == "And Priya starts it"
    assert run.sign_off["reasons"][0].startswith("the platform went away after 1 of 4 scenarios: ")
    assert words in run.sign_off["reasons"][0]
    step = _is_told_everywhere_and_shows_nothing(run)
    assert LOG in [each["name"] for each in step["attachments"]]
    assert in_hand["seconds"] < 30  # one answer, one look from outside, and clean-ups that wait for nothing


class _Turning(BaseHTTPRequestHandler):
    """Says what a platform says until it is asked for ``/turn``; from then on, rubbish."""

    def do_GET(self):
        self.server.rubbish = self.server.rubbish or self.path == "/turn"
        body = b"<html>It works!</html>" if self.server.rubbish else b'{"version": "v2", "build": "1"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        """Nobody reads it."""


@pytest.fixture
def turning():
    """The address of a platform that will answer rubbish, and what makes it do so at once."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Turning)
    server.rubbish = False
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}", server=server)
    server.shutdown()
    server.server_close()
    thread.join()


RUBBISH = """
    @api
    Feature: Rubbish
      @API-001 @normal @contract
      Scenario: Before
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: In hand
        When the request GET "/turn" is sent
        Then in the answer "version" is "v2"
      @API-002 @normal @contract
      Scenario: After
        When the request GET "/health/live" is sent
        Then the answer is 200
    """


@pytest.mark.shows("SUI-015", "SUI-055")
def test_a_platform_that_answers_rubbish_ends_the_run_and_breaks_no_promise(house, turning):
    house.write("api/rubbish.feature", RUBBISH)
    run = house.behave("-Dtarget=deployed", f"-Dbase_url={turning.url}")

    assert run.code == 3, run.output
    assert run.statuses == {"Before": "passed", "In hand": "error", "After": "not_run"}
    assert "answers rubbish" in run.sign_off["reasons"][0]
    assert "<html>It works!</html>" in run.sign_off["results"][1]["error"]
    _is_told_everywhere_and_shows_nothing(run)


@pytest.mark.shows("SUI-015")
def test_what_is_no_platform_from_the_beginning_is_not_reached(house, turning):
    house.write("api/rubbish.feature", RUBBISH)
    turning.server.rubbish = True
    run = house.behave("-Dtarget=deployed", f"-Dbase_url={turning.url}")

    assert run.code == 3, run.output
    assert "answers rubbish" in run.output
    assert "Traceback" not in run.output
    assert set(run.statuses.values()) == {"not_run"}


def _is_told_everywhere_and_shows_nothing(run):
    """Console, Allure, JUnit and sign-off say the same; what was not carried out to its end is no broken promise.

    Answers the step in Allure's result at which the platform went away.
    """
    assert run.sign_off["reconciliation"]["agree"] is True
    assert "failed" not in run.sign_off["summary"]["requirements"]
    assert run.sign_off["results"][-1]["reason"] == "not run: the platform went away before"
    assert "the platform went away: " in run.output
    (allure,) = [result for results in read_results(run.folder / "allure-results").values() for result in results
                 if result["name"] == "In hand"]
    assert allure["status"] == "broken"
    (step,) = [step for step in allure["steps"] if step["status"] == "broken"]
    assert step["statusDetails"]["message"].startswith("the platform went away: ")
    assert sorted(status for _, status in read_junit(run.folder / "junit.xml")[0])[0] == "error"
    return step
