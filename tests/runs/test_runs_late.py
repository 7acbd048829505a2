"""A platform that takes its time with what may follow an answer: what waits for it passes, and the report says so."""


def test_who_waits_passes_on_a_late_platform(house):
    house.write("missions/patience.feature", """
        @missions @normal @e2e @MIS-001
        Feature: Patience
          Scenario: A survey completes
            Given Priya runs missions at Acme
            And a mission "Survey of Dock 4" over 1 target
            When "Survey of Dock 4" is run to its end
            Then "Survey of Dock 4" completes
        """)
    ran = house.behave("-Dpace=late")
    assert ran.statuses == {"A survey completes": "passed"}, ran.output
    assert ran.sign_off["environment"]["settings"]["pace"] == "late"
