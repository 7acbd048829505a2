"""What the code of a scenario printed and logged is shown with this scenario, and with no other."""

import json


def test_what_a_failed_scenario_said_stands_in_its_own_result_alone(house, api_only):
    house.write("api/talkative.feature", """
        @api @normal @contract @API-001
        Feature: Talkative
          Scenario: The first fails
            When "one" is said
            Then nothing is true
          Scenario: The second passes
            When "two" is said
            Then all is true
          Scenario: The third fails
            When "three" is said
            Then nothing is true
          Scenario: The fourth says nothing, and fails
            Then nothing is true
        """)
    house.add_steps("""
        import sys
        from behave import then, when

        @when("{string} is said")
        def said(context, text):
            print(f"printed {text}")
            print(f"complained {text}", file=sys.stderr)

        @then("all is true")
        def true(context):
            pass

        @then("nothing is true")
        def untrue(context):
            raise AssertionError("nothing is")
        """)
    ran = house.behave(*api_only)
    assert "printed" not in ran.output, ran.output
    assert "complained" not in ran.output, ran.output
    assert said_in_results(ran) == {"The first fails": ["one"], "The second passes": [], "The third fails": ["three"],
                                    "The fourth says nothing, and fails": []}


def said_in_results(ran):
    """For each scenario what its captured output says, of all that was said."""
    found = {}
    for path in ran.folder.glob("allure-results/*-result.json"):
        result = json.loads(path.read_text())
        texts = [(path.parent / each["source"]).read_text() for each in result.get("attachments", ())
                 if each["name"] == "captured output"]
        found[result["name"]] = [word for word in ("one", "two", "three")
                                 if any(f"printed {word}" in text and f"complained {word}" in text for text in texts)]
    return found
