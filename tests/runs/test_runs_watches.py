"""What holds whatever a scenario speaks of: a platform that breaks it fails a scenario that does not look at it."""

import pytest

FEATURE = """
    @missions
    Feature: A mission is planned

      @MIS-001 @normal @integration @requires.database @requires.stand_ins
      Scenario: A mission gets another name
        Given Priya runs missions at Acme
        And a mission "Survey of Dock 4" over 1 target
        When Priya tries to rename it
        Then she succeeds
"""


@pytest.mark.parametrize(("broken", "row", "words"), [
    pytest.param("mission_shows_what_nobody_described", "API-023",
                 "POST /api/v2/missions answered 201 with `run_by`, which the description "
                 "(components/schemas/MissionAnswer/additionalProperties) does not know",
                 marks=pytest.mark.shows("SUI-066"), id="an answer that is not as described"),
    pytest.param("rename_touches_another_tenant", "TEN-026",
                 "the scenario did not act for Globex, and knowledge_rules of that tenant are not as they were: ",
                 marks=pytest.mark.shows("SUI-043"), id="another tenant's records changed"),
    pytest.param("creator_of_another_tenant", "TEN-030",
                 "refers by created_by to the record ",
                 marks=pytest.mark.shows("SUI-043"), id="a record that refers to another tenant's"),
    pytest.param("another_tenants_mission_readable", "TEN-026",
                 "was made in this scenario, and should not exist for somebody of another tenant, who is answered 200",
                 marks=pytest.mark.shows("SUI-043"), id="a new record that another tenant can read"),
    pytest.param("platform_calls_home", "API-052",
                 "the platform turned to 192.0.2.7 (port 443), which is beyond this machine and no stand-in's address",
                 marks=pytest.mark.shows("SUI-076"), id="a connection that leaves the machine"),
])
def test_what_every_scenario_is_looked_at_for(house, broken, row, words):
    house.write("missions/planned.feature", FEATURE)

    ended = house.behave("-D", f"broken={broken}")

    assert ended.code == 1, ended.output
    (result,) = ended.sign_off["results"]
    assert result["status"] == "failed"
    assert words in result["error"]
    assert result["failed_step"] == ""
    (promise,) = [each for each in ended.sign_off["requirements"] if each["id"] == row]
    assert promise["status"] == "failed"
    assert promise["statement"][:40] in " ".join(ended.output.split())


@pytest.mark.shows("SUI-043", "SUI-066", "SUI-076")
def test_a_platform_that_keeps_its_promises_passes(house):
    house.write("missions/planned.feature", FEATURE)

    ended = house.behave()

    assert ended.code == 0, ended.output
    assert ended.statuses == {"A mission gets another name": "passed"}


@pytest.mark.shows("SUI-044")
def test_an_operation_that_no_scenario_meets_is_named(house):
    house.write("api/version.feature", """
        @api
        Feature: The version

          @API-002 @normal @contract
          Scenario: It is told, and not with anything else
            When the request GET "/api/version" is sent
            Then the answer is 200
            When the request GET "/api/version?of=tea" is sent
            Then the answer is 422

          @API-002 @normal @contract
          Scenario: Without a sign-in nobody is told who he is
            When the request GET "/api/v2/me" is sent
            Then the answer is 401
    """)

    ended = house.behave()

    found = ended.sign_off["operations"]
    assert ended.code == 0, ended.output
    assert found["covered"] == 1
    assert found["described"] == len(found["uncovered"]) + 1
    lacks = {each["operation"]: each["lacks"] for each in found["uncovered"]}
    assert "GET /api/version" not in lacks
    assert lacks["GET /api/v2/me"] == ["success"]
    assert lacks["POST /api/v2/missions"] == ["success", "refusal"]
    (promise,) = [each for each in ended.sign_off["requirements"] if each["id"] == "SUI-044"]
    assert promise["status"] == "not_shown"
    assert f"1 of {found['described']} operations are covered by a success and a refusal; not: " in ended.output
    assert "POST /api/v2/missions" in (ended.folder / "sign-off.html").read_text()


def test_a_part_of_the_suite_does_not_speak_of_operations(house):
    house.write("missions/planned.feature", FEATURE)
    house.write("api/version.feature", """
        @api
        Feature: The version

          @API-002 @normal @contract
          Scenario: It is told
            When the request GET "/api/version" is sent
            Then the answer is 200
    """)

    ended = house.behave("-D", "area=api")

    assert ended.sign_off["operations"]["uncovered"] is None
    assert "operations are covered" not in ended.output
