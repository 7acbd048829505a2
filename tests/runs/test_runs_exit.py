"""How a run ends: its exit code, its order, and what its report says of what did not run."""

import http.server
import socket
import threading

import pytest

FEATURE = """
    @api
    Feature: Three in a row
      @API-001 @normal @contract
      Scenario: First
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: Second
        When the request GET "/health/live" is sent
        Then the answer is {code}
      @API-001 @normal @contract {tags}
      Scenario: Third
        When the request GET "/api/version" is sent
        Then the answer is 200
    """


def feature(code=200, tags=""):
    return FEATURE.format(code=code, tags=tags)


@pytest.mark.shows("SUI-015")
def test_a_run_in_which_all_passed_ends_with_0(house, api_only):
    house.write("api/row.feature", feature())
    run = house.behave(*api_only)

    assert (run.code, run.sign_off["verdict"]) == (0, "accepted")


@pytest.mark.shows("SUI-005", "SUI-015", "SUI-057")
def test_a_failure_ends_the_run_with_1_and_only_after_all_the_others(house, api_only):
    house.write("api/row.feature", feature(code=418))
    run = house.behave(*api_only)

    assert (run.code, run.sign_off["verdict"]) == (1, "refused")
    assert run.statuses == {"First": "passed", "Second": "failed", "Third": "passed"}
    assert "should be answered with 418, and was with 200" in run.output
    assert "API-002: Without sign-in the version information" in run.output


@pytest.mark.shows("SUI-005")
def test_stopping_at_the_first_failure_happens_on_request_and_the_rest_is_not_run(house, api_only):
    house.write("api/row.feature", feature(code=418))
    run = house.behave(*api_only, "--stop")

    assert run.code == 1
    assert run.statuses == {"First": "passed", "Second": "failed", "Third": "not_run"}
    assert run.sign_off["reconciliation"]["agree"] is True


@pytest.mark.shows("SUI-013", "SUI-015")
def test_what_the_target_does_not_offer_is_skipped_with_its_name_and_not_shown(house, api_only):
    house.write("api/row.feature", feature(tags="@requires.cache"))
    run = house.behave(*api_only)

    third = run.sign_off["results"][2]
    assert run.code == 0, run.output
    assert third["status"] == "skipped"
    assert third["reason"] == "the target deployed does not offer cache (access to its Redis)"
    assert run.sign_off["scenarios"]["total"] == 3
    assert run.sign_off["scenarios"]["skipped"] == 1


@pytest.mark.shows("SUI-013")
def test_an_environment_variable_can_leave_a_scenario_out(house, api_only):
    house.write("api/row.feature", feature(tags="@skip.if.NIGHT"))

    assert house.behave(*api_only).statuses["Third"] == "passed"
    run = house.behave(*api_only, NIGHT="1")
    assert run.statuses["Third"] == "skipped"
    assert run.sign_off["results"][2]["reason"] == "the environment variable NIGHT is set"


@pytest.mark.shows("SUI-015")
def test_a_platform_that_cannot_be_reached_ends_the_run_with_3_and_a_report(house):
    house.write("api/row.feature", feature())
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        run = house.behave("-Dtarget=deployed", f"-Dbase_url={address}", "-Dboot_seconds=0.2")

    assert run.code == 3, run.output
    assert "does not answer" in run.output
    assert "Traceback" not in run.output
    assert set(run.statuses.values()) == {"not_run"}


class _Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>Welcome</p>")

    def log_message(self, *words):
        """Nothing."""


@pytest.mark.shows("SUI-015")
def test_a_page_that_is_no_platform_is_told_as_that_alone(house):
    house.write("api/row.feature", feature())
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Page) as page:
        threading.Thread(target=page.serve_forever, daemon=True).start()
        run = house.behave("-Dtarget=deployed", f"-Dbase_url=http://127.0.0.1:{page.server_port}", "-Dboot_seconds=0.5")
        page.shutdown()

    assert run.code == 3, run.output
    assert run.sign_off["reasons"][0].startswith("what answers there is not the platform: ")
    assert "3 scenarios were not run" in run.sign_off["reasons"][1]
    assert "went away" not in run.output


@pytest.mark.shows("SUI-015")
def test_a_wip_scenario_in_scope_refuses_the_run(house, api_only):
    house.write("api/row.feature", feature(tags="@wip"))

    assert house.behave(*api_only).code == 0
    run = house.behave(*api_only, "--tags=@api or @wip")
    assert run.code == 1
    assert "@wip never counts" in " ".join(run.sign_off["reasons"])


@pytest.mark.shows("SUI-015", "SUI-055")
def test_an_error_of_the_suite_itself_refuses_the_run_with_a_report(house, api_only):
    house.write("api/row.feature", feature())
    hooks = (house.folder / "environment.py").read_text()
    (house.folder / "environment.py").unlink()
    (house.folder / "environment.py").write_text(hooks + """

from support.running.session import Session


def prepare(self):
    raise RuntimeError("nobody thought of this")


Session.prepare = prepare
""")
    run = house.behave(*api_only)

    assert run.code == 1, run.output
    assert "the suite itself broke: RuntimeError: nobody thought of this" in run.output
    assert set(run.statuses.values()) == {"not_run"}
    assert "nobody thought of this" in (run.folder / "suite-error.txt").read_text()


def test_a_limit_that_a_scenario_does_not_keep_fails_it(house, api_only):
    house.write("api/row.feature", feature(tags="@limit.seconds=0.0001"))
    run = house.behave(*api_only)

    assert run.code == 1
    assert run.statuses["Third"] == "failed"
    assert "it should take 0.0001 s at the most, and took" in run.output


@pytest.mark.shows("SUI-032")
def test_a_scenario_that_takes_too_long_is_stopped_and_the_next_one_starts(house, api_only):
    house.write("api/slow.feature", """
        @api
        Feature: Slow
          @API-001 @normal @contract @timeout=0.3
          Scenario: Endless
            When somebody waits for ever
            Then the answer is 200
          @API-001 @normal @contract
          Scenario: Next
            When the request GET "/health/live" is sent
            Then the answer is 200
        """)
    house.add_steps("""
        import threading
        from behave import when

        @when("somebody waits for ever")
        def wait(context):
            threading.Event().wait()
        """)
    run = house.behave(*api_only)

    assert run.code == 1
    assert run.statuses == {"Endless": "timed_out", "Next": "passed"}
    assert run.sign_off["scenarios"]["timed_out"] == 1


@pytest.mark.shows("SUI-032", "SUI-035", "SUI-055")
def test_a_scenario_that_is_stopped_in_the_middle_of_a_query_leaves_the_next_one_a_database(house, deployed):
    house.write("missions/slow.feature", """
        @missions
        Feature: Slow
          @MIS-002 @normal @e2e @timeout=0.5 @requires.database
          Scenario: Endless
            Given Priya runs missions at Acme
            And somebody asks PostgreSQL for ever
            Then Priya finds no missions at all
          @MIS-002 @normal @e2e @requires.database
          Scenario: Next
            Given Priya runs missions at Acme
            Then Priya finds no missions at all
        """)
    house.add_steps("""
        from behave import given

        @given("somebody asks PostgreSQL for ever")
        def ask(context):
            context.world.database.value("SELECT pg_sleep(600)")
        """)
    run = house.behave(*deployed)

    assert run.statuses == {"Endless": "timed_out", "Next": "passed"}, run.output
    assert run.sign_off["reconciliation"]["agree"] is True
