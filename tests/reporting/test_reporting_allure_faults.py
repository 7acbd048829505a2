"""What allure-behave by itself loses or calls by a wrong name, each with a run that shows it put right."""

from __future__ import annotations

import pytest

HOOKS = '''
def stumble(name):
    raise RuntimeError(f"{name} stumbled")

def before_feature(context, feature):
    if "feature cannot start" in feature.name:
        stumble("before_feature")
    if "feature leaves" in feature.name:
        context.add_cleanup(stumble, "the feature's clean-up")

def after_feature(context, feature):
    if "feature cannot end" in feature.name:
        stumble("after_feature")

def before_scenario(context, scenario):
    if "cannot start" in scenario.name:
        stumble("before_scenario")
    if "leaves something" in scenario.name:
        context.add_cleanup(stumble, "clean-up")

def after_scenario(context, scenario):
    if "cannot end" in scenario.name:
        stumble("after_scenario")
'''


@pytest.mark.shows("SUI-046")
def test_scenarios_under_a_rule_have_results_and_can_attach(run):
    ran = run({"missions/rules.feature": """
        Feature: Rules
          @allure.label.owner:priya
          Rule: A mission has an end
            Scenario: it ends
              Given something is attached
            Scenario: it never ends
              Given the promise is broken
        """}, steps='''
        @given("something is attached")
        def attached(context): allure.attach("the very text", "a note", allure.attachment_type.TEXT)
        ''')
    ran.agrees("it ends", "passed", "passed")
    ran.agrees("it never ends", "failed", "failed")
    result = ran.result("it ends")
    assert ran.attachments(result["steps"][0]) == {"a note": "the very text"}
    labels = {label["name"]: label["value"] for label in result["labels"]}
    assert labels["story"] == "A mission has an end"
    assert labels["owner"] == "priya"  # a tag of the rule counts for its scenarios


@pytest.mark.shows("SUI-035", "SUI-055")
def test_errors_in_hooks_and_clean_ups_of_a_scenario_are_errors_everywhere(run):
    ran = run({"missions/hooks.feature": """
        Feature: Hooks
          Scenario: it cannot start
            Given all is well
          Scenario: it cannot end
            Given all is well
          Scenario: it leaves something
            Given all is well
          Scenario: the next one starts clean
            Given all is well
        """}, environment=HOOKS)
    ran.agrees("it cannot start", "error", "hook_error")
    ran.agrees("it cannot end", "error", "hook_error")
    ran.agrees("it leaves something", "error", "cleanup_error")
    ran.agrees("the next one starts clean", "passed", "passed")
    said = {name: ran.result(name)["statusDetails"]["message"] for name in ran.results if "next" not in name}
    assert said == {"it cannot start": "before_scenario failed: RuntimeError: before_scenario stumbled",
                    "it cannot end": "after_scenario failed: RuntimeError: after_scenario stumbled",
                    "it leaves something": "clean-up stumble failed: RuntimeError: clean-up stumbled"}
    assert [each["status"] for each in ran.fixtures("befores") + ran.fixtures("afters")] == ["broken"] * 3
    assert ran.verdict.exit_code == 1


@pytest.mark.shows("SUI-013", "SUI-055")
def test_a_feature_that_cannot_start_or_end_does_not_vanish(run):
    ran = run({"missions/one.feature": """
        Feature: The feature cannot start
          Scenario: never begun
            Given all is well
          Rule: also here
            Scenario: never begun either
              Given all is well
        """, "missions/two.feature": """
        Feature: The feature cannot end
          Scenario: done
            Given all is well
        """, "missions/three.feature": """
        Feature: The feature leaves something
          Scenario: done too
            Given all is well
        """}, environment=HOOKS)
    ran.agrees("never begun", "error", "untested")
    ran.agrees("never begun either", "error", "untested")
    ran.agrees("done", "passed", "passed")
    ran.agrees("done too", "passed", "passed")
    assert "before_feature stumbled" in ran.result("never begun")["statusDetails"]["message"]
    assert ran.record.faults() == [
        "features/missions/three.feature: clean-up stumble failed: RuntimeError: the feature's clean-up stumbled",
        "features/missions/two.feature: after_feature failed: RuntimeError: after_feature stumbled"]
    assert set(ran.record.faults()) < set(ran.verdict.reasons)


def test_two_scenarios_of_one_title_are_two(run):
    twice = """
        Feature: Twice
          Scenario: the same title
            Given {step}
          Rule: elsewhere
            Scenario: the same title
              Given all is well
          Scenario Outline: rows
            Given all is <how>
            Examples:
              | how  |
              | well |
              | well |
        """
    ran = run({"missions/one.feature": twice.format(step="the promise is broken"),
               "missions/two.feature": twice.format(step="all is well")})
    results = [result for named in ran.results.values() for result in named]
    assert len(results) == len({result["historyId"] for result in results}) == 8
    assert sorted(each["status"] for each in ran.results["the same title"]) == ["failed", "passed", "passed", "passed"]
    assert ran.sign_off["reconciliation"]["agree"]


def test_identity_stays_the_same_when_the_file_around_it_changes(run):
    before = run({"missions/one.feature": """
        Feature: Same
          Scenario: it stays
            Given all is well
        """})
    first = before.result("it stays")["historyId"]
    after = run({"missions/one.feature": """
        Feature: Same

          In a few words more.

          Scenario: another one
            Given all is well
          Scenario: it stays
            Given the promise is broken
        """})
    assert after.result("it stays")["historyId"] == first
    assert after.result("another one")["historyId"] != first


def test_what_step_code_asks_of_allure_is_done(run):
    ran = run({"missions/dynamic.feature": """
        @missions @critical
        Feature: Dynamic
          Scenario: it says more
            Given it says more of itself
        """}, steps='''
        @given("it says more of itself")
        def says_more(context):
            allure.dynamic.title("it says more, today")
            allure.dynamic.description("in a few words")
            allure.dynamic.severity(allure.severity_level.MINOR)
            allure.dynamic.epic("another epic")
            allure.dynamic.label("owner", "Priya")
            allure.dynamic.link("http://127.0.0.1/wiki", name="the wiki")
            with allure.step("a step within"):
                allure.attach("text", "within", allure.attachment_type.TEXT)
        ''')
    result = ran.result("it says more, today")
    labels = {label["name"]: label["value"] for label in result["labels"]}
    assert (labels["severity"], labels["epic"], labels["owner"]) == ("minor", "another epic", "Priya")
    assert result["description"].startswith("in a few words")
    assert {"type": "link", "url": "http://127.0.0.1/wiki", "name": "the wiki"} in result["links"]
    (within,) = result["steps"][0]["steps"]
    assert (within["name"], ran.attachments(within)) == ("a step within", {"within": "text"})
    assert ran.sign_off["reconciliation"]["agree"]


def test_labels_lead_from_area_to_capability_to_scenario(run):
    ran = run({"missions/holding.feature": """
        @missions @e2e @MIS-004
        Feature: Holding
          @blocker @smoke
          Scenario: it holds
            Given all is well
        """})
    result = ran.result("it holds")
    labels = {}
    for label in result["labels"]:
        labels.setdefault(label["name"], []).append(label["value"])
    assert (labels["epic"], labels["feature"], labels["severity"]) == (["missions"], ["Holding"], ["blocker"])
    assert (labels["parentSuite"], labels["suite"]) == (["missions"], ["Holding"])
    assert labels["tag"] == ["missions", "e2e", "MIS-004", "smoke"]
    assert {"host", "thread", "framework", "language"} <= set(labels)
    assert result["links"] == [{"type": "tms", "url": "sign-off.html#MIS-004", "name": "MIS-004"}]
    assert "A mission that is paused asks no target." in result["description"]


@pytest.mark.shows("SUI-046")
def test_what_was_not_selected_is_in_no_report(run):
    feature = """
        Feature: Selecting
          @smoke
          Scenario: chosen
            Given all is well
          Scenario: not chosen
            Given the promise is broken
        """
    ran = run({"missions/selecting.feature": feature}, arguments=("--tags=@smoke",), whole=False)
    assert list(ran.results) == ["chosen"]
    assert ran.sign_off["scenarios"]["total"] == ran.sign_off["reconciliation"]["junit"] == 1
    assert ran.verdict.exit_code == 0


def test_attaching_in_a_hook_outside_of_any_scenario_goes_to_the_whole_run(run):
    ran = run({"missions/attached.feature": """
        Feature: Attached
          Scenario: it runs
            Given all is well
        """}, environment='''
        import allure
        def before_feature(context, feature):
            allure.attach("before it all", "early", allure.attachment_type.TEXT)
        def before_scenario(context, scenario):
            allure.attach("before this one", "before", allure.attachment_type.TEXT)
        ''')
    ran.agrees("it runs", "passed", "passed")
    assert ran.attachments(ran.result("it runs")) == {"before": "before this one"}
    assert [path.read_text() for path in (ran.folder / "allure-results").glob("*-attachment.txt")
            if path.read_text() == "before it all"] == ["before it all"]
