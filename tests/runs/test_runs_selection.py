"""What is run is exactly what was selected, and the report says which selection that was."""

import pytest

FEATURES = {
    "missions/one.feature": """
        @missions
        Feature: One
          @smoke @MIS-001 @normal @e2e
          Scenario: Alive
            When the request GET "/health/live" is sent
            Then the answer is 200
          @MIS-002 @normal @e2e @slow
          Scenario: Version
            When the request GET "/api/version" is sent
            Then the answer is 200
        """,
    "accounts/two.feature": """
        @accounts
        Feature: Two
          Scenario Outline: Paths
            When the request GET "<path>" is sent
            Then the answer is 200
            @ACC-001 @critical @security
            Examples: some
              | path         |
              | /health/live |
            @ACC-004 @normal @security
            Examples: others
              | path         |
              | /api/version |
          @wip @ACC-002 @normal @e2e
          Scenario: Not ready
            When the request GET "/nothing" is sent
            Then the answer is 200
        """,
}
LIVE, VERSION = "Paths (path /health/live)", "Paths (path /api/version)"


@pytest.fixture
def house(house):
    for path, text in FEATURES.items():
        house.write(path, text)
    return house


@pytest.mark.shows("SUI-002", "SUI-003")
@pytest.mark.parametrize(("arguments", "names"), [
    ([], [LIVE, VERSION, "Alive", "Version"]),
    (["features/missions"], ["Alive", "Version"]),
    (["-Darea=accounts"], [LIVE, VERSION]),
    (["features/accounts/two.feature"], [LIVE, VERSION]),
    (["features/missions/one.feature:9"], ["Version"]),
    (["--name=Alive"], ["Alive"]),
    (["-Drequirement=MIS-002"], ["Version"]),
    (["-Dsystem=Agents"], [VERSION]),
    (["--tags=@smoke or @critical"], [LIVE, "Alive"]),
    (["--tags=@missions and not @slow"], ["Alive"]),
    (["--tags=not (@missions or @critical)"], [VERSION]),
    (["--tags=@wip"], ["Not ready"]),
    (["features/missions", "-Drequirement=MIS-001", "--tags=@smoke"], ["Alive"]),
])
def test_a_selection_is_exactly_what_it_says(house, arguments, names):
    assert house.listed(*arguments) == names


@pytest.mark.shows("SUI-003")
def test_the_list_shows_everything_about_a_scenario_and_runs_nothing(house):
    answer = house.behave("--dry-run", "--format=list", "features/missions")

    assert answer.code == 0
    for words in ("Alive", "features/missions/one.feature:5", "area: missions", "requirements: MIS-001",
                  "tags: @missions @smoke @MIS-001 @normal @e2e", "time limit: 300 s", "2 scenarios"):
        assert words in answer.output
    assert not (house.folder / "reports").exists()


@pytest.mark.shows("SUI-003")
def test_a_scenario_written_into_a_file_is_found(house):
    house.write("api/three.feature", """
        @api
        Feature: Three
          @API-001 @normal @contract
          Scenario: Brand new
            When the request GET "/health/live" is sent
            Then the answer is 200
        """)

    assert "Brand new" in house.listed()


@pytest.mark.shows("SUI-002", "SUI-046")
def test_the_report_says_which_selection_was_used_and_claims_no_more(house, api_only):
    run = house.behave(*api_only, "--tags=@missions and not @slow")

    assert run.code == 0, run.output
    assert run.statuses == {"Alive": "passed"}
    assert run.sign_off["scope"]["whole"] is False
    assert "--tags=@missions and not @slow" in run.sign_off["scope"]["selection"]
    assert run.sign_off["reconciliation"]["listed"] == len(house.listed("--tags=@missions and not @slow")) == 1
    assert {row["status"] for row in run.sign_off["requirements"] if row["id"] != "MIS-001"} == {"not_shown"}


@pytest.mark.shows("SUI-002", "SUI-046")
@pytest.mark.parametrize(("arguments", "whole"), [
    ([], True), (["features"], True), (["--tags=not @wip"], True),
    (["--exclude=two"], False), (["--include=one"], False), (["features/missions"], False), (["--name=Alive"], False),
])
def test_a_run_is_called_whole_only_when_it_is(house, api_only, arguments, whole):
    assert house.behave(*api_only, *arguments).sign_off["scope"]["whole"] is whole


@pytest.mark.shows("SUI-045")
def test_a_promise_is_not_called_shown_while_a_scenario_that_shows_it_was_left_out(house, api_only):
    house.write("missions/one.feature", FEATURES["missions/one.feature"].replace("@MIS-002", "@MIS-001"))
    part = house.behave(*api_only, "--tags=@missions and not @slow")
    both = house.behave(*api_only, "--tags=@missions")

    rows = [next(row for row in run.sign_off["requirements"] if row["id"] == "MIS-001") for run in (part, both)]
    assert [(row["status"], row["left_out"]) for row in rows] == [("not_shown", 1), ("shown", 0)]


@pytest.mark.parametrize(("arguments", "words"), [
    (["-Darea=mission"], "there is no area 'mission'"),
    (["-Drequirement=MIS-999"], "has no requirement 'MIS-999'"),
    (["-Dsystem=Nobody"], "no requirement comes from 'Nobody'"),
    (["--tags=@smok"], "@smok is no tag of this suite; did you mean smoke?"),
    (["--tags=@MIS-999"], "@MIS-999 names a requirement"),
    (["--tags=@requires.nothing"], "@requires.nothing requires a capability that no target knows"),
    (["--tags=@smoke and @slow"], "nothing matches the selection (--tags=@smoke and @slow)"),
    (["--name=Nothing like it"], "nothing matches the selection"),
    (["features/missions/one.feature:5", "--name=Nope"], "nothing matches the selection"),
    (["features/nowhere"], "features/nowhere"),
    (["-Dtarget=moon"], "there is no target 'moon'"),
    (["-Dseeed=1"], "unknown setting -D seeed; did you mean -D seed?"),
])
@pytest.mark.shows("SUI-015")
def test_a_selection_that_cannot_be_meant_is_refused_before_anything_starts(house, arguments, words):
    run = house.behave(*arguments)

    assert run.code == 2, run.output
    assert words in run.output
    assert "Traceback" not in run.output
    assert not (house.folder / "reports").exists()


@pytest.mark.parametrize(("feature", "words"), [
    ("@missions @missionz\nFeature: X\n  Scenario: S\n    Given x\n", "@missionz is no tag of this suite; did you mean"),
    ("@missions @skip.iff.NIGHT\nFeature: X\n  Scenario: S\n    Given x\n", "@skip.iff.NIGHT is no tag of this suite"),
    ("@missions @needs.other\nFeature: X\n  Scenario: S\n    Given x\n", "does not keep yet: an order among scenarios"),
    ("@missions @timeout=soon\nFeature: X\n  Scenario: S\n    Given x\n", "the value of timeout is not understood"),
    ("@missions\nFeature: X\n  Scenario: S\n    Given x\n", '"S" lacks exactly one severity, a kind, such as @e2e, the id'),
    ("@missions\nFeature: X\n  Scenario: Alive\n    Given x\n", '"Alive" is the title of 2 scenarios'),
    ("Feature: X\n  Scenario: S\n    Given x\n    Surely y\n", "bad.feature"),
])
@pytest.mark.shows("SUI-015")
def test_a_feature_that_cannot_be_meant_is_refused_before_anything_starts(house, feature, words):
    house.write("missions/bad.feature", feature)
    run = house.behave()

    assert run.code == 2, run.output
    assert words in run.output
    assert "Traceback" not in run.output
