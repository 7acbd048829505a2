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


@pytest.mark.shows("SUI-043", "SUI-066")
def test_a_platform_that_keeps_its_promises_passes(house):
    house.write("missions/planned.feature", FEATURE)

    ended = house.behave()

    assert ended.code == 0, ended.output
    assert ended.statuses == {"A mission gets another name": "passed"}
