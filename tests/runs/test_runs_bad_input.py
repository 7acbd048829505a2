"""Whatever is given wrong is said in a sentence, before anything starts, and never as Python's trace."""

import json
import re

import pytest

ALIVE = """
    @api
    Feature: Alive
      @API-001 @normal @contract
      Scenario: Alive
        When the request GET "/health/live" is sent
        Then the answer is 200
    """


@pytest.fixture
def house(house):
    house.write("api/alive.feature", ALIVE)
    return house


def is_refused(run, *words):
    assert run.code == 2, run.output
    for each in words:
        assert each in run.output
    assert "Traceback" not in run.output


@pytest.mark.shows("SUI-015", "SUI-019")
def test_an_address_that_is_none_is_refused_with_how_one_looks(house):
    run = house.behave("-Dtarget=deployed", "-Dbase_url=http://somebody:canary-word@[::1")

    is_refused(run, "base_url is no http address: 'http://somebody:***@[::1' (from -D base_url); one looks like http://127")
    assert "canary-word" not in run.output


@pytest.mark.shows("SUI-015")
def test_a_feature_that_is_not_understood_is_refused_with_its_line_and_what_was_expected(house):
    house.write("api/bad.feature", "Feature: X\n  Scenario: S\n    Given x\n    Surely y\n")

    is_refused(house.behave(), "features/api/bad.feature:4: this is not understood: 'Surely y'; expected a step (Given")


@pytest.mark.shows("SUI-015")
def test_an_outline_without_rows_is_refused(house):
    house.write("api/bad.feature",
                "@api @API-001 @normal @contract\nFeature: X\n  Scenario Outline: Of nothing\n    Then x\n")

    is_refused(house.behave(), 'features/api/bad.feature:3: "Of nothing" lacks rows of examples: it would run nothing')


@pytest.mark.shows("SUI-002", "SUI-015")
def test_a_line_behind_the_end_of_a_file_is_no_scenario(house):
    is_refused(house.behave("features/api/alive.feature:9999"),
               "features/api/alive.feature:9999: there is no scenario: the file ends with line 7")


ODD = """
    @missions
    Feature: Odd
      @MIS-001 @normal @e2e
      Scenario: Undefined
        Given Priya runs missions at Acme
        Then Priya pauses it
        When Vera tries to stp it
    """


@pytest.mark.shows("SUI-015")
@pytest.mark.parametrize("arguments", [[], ["--dry-run"], ["--dry-run", "--format=list"]])
def test_a_sentence_that_nobody_defined_refuses_the_run_with_the_nearest_ones(house, arguments):
    house.write("missions/odd.feature", ODD)
    run = house.behave(*arguments)

    is_refused(run, "features/missions/odd.feature:7: nobody has said what this means: Then Priya pauses it",
               "it exists as When",
               "features/missions/odd.feature:8: nobody has said what this means: When Vera tries to stp it",
               "the nearest that exist:", "When Vera tries to stop it\n")
    assert len(re.search(r"the nearest that exist:\n((?: {8}\S.*\n)+)", run.output)[1].splitlines()) == 3
    assert "PASSED" not in run.output


@pytest.mark.shows("SUI-015")
def test_a_run_that_is_refused_for_its_sentences_has_a_report_that_says_so(house):
    house.write("missions/odd.feature", ODD)
    run = house.behave()

    assert set(run.statuses.values()) == {"not_run"}
    assert run.sign_off["verdict"] == "refused"
    assert run.sign_off["reasons"][0].startswith("there are sentences that nobody has defined:")


def test_the_catalogue_of_sentences_can_be_had_all_the_same(house):
    house.write("missions/odd.feature", ODD)
    run = house.behave("--steps-catalog")

    assert run.code == 0, run.output
    assert "runs missions at" in run.output


@pytest.mark.shows("SUI-015")
def test_started_in_another_folder_it_says_in_one_line_what_to_do(house):
    elsewhere = house.temporary
    run = house.behave(str(house.folder / "features/api/alive.feature:4"), "--dry-run", started_in=elsewhere)

    is_refused(run, f"Do this: cd {house.folder} && behave features/api/alive.feature:4 --dry-run")
    below = house.behave("api", started_in=house.folder / "features")
    is_refused(below, f"Do this: cd {house.folder} && behave features/api")


@pytest.mark.shows("SUI-015")
@pytest.mark.parametrize(("tag", "words"), [
    ("@API-999", "@API-999 names a requirement that features/requirements.csv does not have; did you mean API-0"),
    ("@requires.databse", "@requires.databse requires a capability that no target knows; did you mean database?"),
    ("@requires.nothing", "@requires.nothing requires a capability that no target knows; there are addresses,"),
])
def test_an_unknown_tag_of_a_known_family_is_refused_with_the_nearest_one(house, tag, words):
    house.write("api/alive.feature", ALIVE.replace("@normal", f"@normal {tag}"))
    is_refused(house.behave("--dry-run"), words)


@pytest.mark.shows("SUI-015")
@pytest.mark.parametrize(("arguments", "words"), [
    (["nonsense"], "there is no file or folder nonsense"),
    (["--tags=~@smoke"], "--tags=~@smoke is an old spelling; write --tags='not @smoke'"),
])
def test_an_argument_that_would_not_be_kept_is_refused(house, arguments, words):
    is_refused(house.behave(*arguments), words)


@pytest.mark.shows("SUI-015")
def test_a_table_or_a_text_that_no_step_reads_is_a_wrong_scenario(house, api_only):
    house.write("api/alive.feature", ALIVE + """
      @API-001 @normal @contract
      Scenario: With more
        When the request GET "/health/live" is sent
          | nobody | reads | this |
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: With words
        When the request GET "/health/live" is sent
        Then the answer is 200
          \"\"\"
          Nor this.
          \"\"\"
    """)
    run = house.behave(*api_only)

    assert (run.code, run.statuses) == (1, {"Alive": "passed", "With more": "error", "With words": "error"}), run.output
    assert [each["error"] for each in run.sign_off["results"][1:]] == [
        "the scenario is wrong: the sentence takes no table", "the scenario is wrong: the sentence takes no text"]
    assert "Traceback" not in run.output


def test_a_console_that_knows_no_dots_in_the_middle_gets_plainer_ones(house, api_only):
    run = house.behave(*api_only, PYTHONIOENCODING="ascii")

    assert run.code == 0, run.output
    assert "PASSED   api - Alive - Alive" in run.output


def test_a_reader_who_goes_away_costs_no_report(house, api_only):
    house.write("api/alive.feature", ALIVE.replace("Scenario: Alive", "Scenario Outline: Alive <n>")
                + "        Examples: many\n          | n |\n" + "\n".join(f"          | {n} |" for n in range(30)) + "\n")
    run = house.start(*api_only)
    run.stdout.readline()
    run.stdout.close()

    assert run.wait(timeout=120) == 0
    sign_off = json.loads((house.folder / "reports/latest/sign-off.json").read_text())
    assert sign_off["scenarios"]["passed"] == 30
