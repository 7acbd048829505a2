"""What one sees while a run goes on: colours and progress on a terminal, plain text elsewhere, failures once more."""

import re

import pytest

ESCAPE = "\x1b["
RED, GREEN, CYAN = f"{ESCAPE}31m", f"{ESCAPE}32m", f"{ESCAPE}36m"
FEATURE = """
    @api
    Feature: Colours
      @API-001 @normal @contract
      Scenario: Well
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: Wrong
        When the request GET "/api/version" is sent
        Then in the answer "version" is
          \"\"\"
          "v3"
          \"\"\"
      @API-001 @normal @contract @requires.mail
      Scenario: Left out
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-001 @normal @contract
      Scenario Outline: Rows
        When the request GET "<path>" is sent
        Then the answer is 200
        Examples: some
          | path         |
          | /health/live |
          | /nothing     |
    """


@pytest.fixture(scope="module")
def colours(make_house):
    """A house with a feature of which each scenario ends in another way."""
    house = make_house()
    house.write("api/colours.feature", FEATURE)
    return house


@pytest.fixture(scope="module")
def on_a_terminal(colours, api_only):
    return colours.behave_on_a_terminal(*api_only, "-Dseed=7")


@pytest.fixture(scope="module")
def in_a_pipe(colours, api_only):
    return colours.behave(*api_only, "-Dseed=7")


@pytest.mark.shows("SUI-017")
def test_on_a_terminal_each_way_to_end_has_a_colour_of_its_own(on_a_terminal):
    assert on_a_terminal.code == 1
    for colour, words in ((GREEN, "PASSED"), (RED, "FAILED"), (CYAN, "SKIPPED")):
        assert re.search(rf"{re.escape(colour)}{words} *{re.escape(ESCAPE)}0m", on_a_terminal.output)


@pytest.mark.shows("SUI-017")
def test_on_a_terminal_one_line_tells_how_far_the_run_is_and_is_gone_at_the_end(on_a_terminal):
    drawn = re.findall(r"\r\x1b\[2K([^\r\n\x1b]+)", on_a_terminal.output)

    assert drawn[0] == "0/5 · 0 failed · 0:00 · Well"
    assert any(re.fullmatch(r"2/5 · 1 failed · \d:\d\d · about \d:\d\d left · Left out", each) for each in drawn), drawn
    after = on_a_terminal.output.rpartition("\r\x1b[2K")[2]
    assert "What did not pass, once more:" in after
    assert "REFUSED" in after


@pytest.mark.shows("SUI-017")
def test_in_a_pipe_it_is_plain(in_a_pipe):
    assert in_a_pipe.code == 1
    assert "\x1b" not in in_a_pipe.output
    assert "\r" not in in_a_pipe.output
    assert "[2/5] FAILED   api · Colours · Wrong (" in in_a_pipe.output


@pytest.mark.shows("SUI-017")
@pytest.mark.parametrize(("arguments", "environment"), [
    (["--no-color"], {}), (["--color=off"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"}),
])
def test_on_a_terminal_colours_can_be_switched_off(colours, api_only, arguments, environment):
    run = colours.behave_on_a_terminal(*api_only, *arguments, "--name=Well", **environment)

    assert "PASSED" in run.output
    assert GREEN not in run.output


@pytest.mark.shows("SUI-017")
def test_a_dumb_terminal_gets_no_line_that_is_redrawn(colours, api_only):
    assert "\x1b" not in colours.behave_on_a_terminal(*api_only, "--name=Well", TERM="dumb").output


@pytest.mark.shows("SUI-017", "SUI-057")
def test_a_failed_step_is_shown_with_its_place_and_its_text_and_a_row_with_its_values(in_a_pipe):
    assert ('step: Then in the answer "version" is (features/api/colours.feature:11)\n'
            '      """\n      "v3"\n      """\n'
            '    in the answer to GET /api/version version should be "v3", and is "v2"\n') in in_a_pipe.output
    assert "FAILED   api · Colours · Rows (path /nothing)" in in_a_pipe.output
    assert "@1.2" not in in_a_pipe.output


@pytest.mark.shows("SUI-017", "SUI-057")
def test_at_the_end_every_failure_stands_once_more_with_the_command_that_runs_it_alone(colours, api_only, in_a_pipe):
    _, _, once_more = in_a_pipe.output.partition("What did not pass, once more:")
    commands = re.findall(r"^    behave (\S+) .*-D seed=7$", once_more, re.MULTILINE)
    alone = colours.behave(*api_only, commands[1])

    assert commands == ["features/api/colours.feature:9", "features/api/colours.feature:26"]
    assert "-D target=deployed -D base_url=http://" in once_more
    assert "    API-002: Without sign-in the version information" in once_more
    assert alone.statuses == {"Rows (path /nothing)": "failed"}


@pytest.mark.shows("SUI-017", "SUI-058")
def test_in_verbose_mode_each_step_is_shown_with_what_was_asked_and_answered_and_its_seconds(colours, api_only):
    run = colours.behave(*api_only, "--verbose", "--name=Well")

    shown = run.output.partition("    When the request GET \"/health/live\" is sent\n")[2]
    assert re.match(r"      GET /health/live -> 200 \(\d+ ms\)\n        GET /health/live\n", shown), run.output
    assert "        200 OK\n" in shown
    assert re.search(r"^      passed \(\d+\.\d\d s\)\n    Then the answer is 200\n      passed \(", shown, re.MULTILINE)
