"""The Cucumber compatibility kit's list: for each case behave's model, Allure, JUnit and the sign-off say the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def test_attachments_tables_doc_strings_and_outlines_are_shown_where_they_belong(run):
    ran = run({"missions/shown.feature": """
        Feature: Shown
          Scenario: attachments
            Given text, bytes and a file are attached
          Scenario: data tables
            Given a table
              | name   | note     |
              | Dock 4 | a, "b"   |
          Scenario: doc strings
            Given a text
              '''
              one
                two
              '''
            And a text
              '''
              '''
          Scenario Outline: examples of <what>
            Given all is well
            @near
            Examples: near ones
              | what | metres |
              | near | 1      |
            @far @MIS-007
            Examples: far ones
              | what | metres |
              | far  | 101    |
        """}, steps='''
        @given("text, bytes and a file are attached")
        def attached(context):
            allure.attach("some words", "text", allure.attachment_type.TEXT)
            allure.attach(bytes([137, 80, 78, 71, 255]), "bytes", allure.attachment_type.PNG)
            allure.attach.file(__file__, "file", allure.attachment_type.TEXT)
        @given("a table")
        def table(context): assert context.table[0]["name"] == "Dock 4"
        @given("a text")
        def text(context): assert context.text is not None
        ''')
    for name in ("attachments", "data tables", "doc strings", "examples of near (what near, metres 1)",
                 "examples of far (what far, metres 101)"):
        ran.agrees(name, "passed", "passed")
    (step,) = ran.result("attachments")["steps"]
    by_name = {each["name"]: each for each in step["attachments"]}
    png = ran.folder / "allure-results" / by_name["bytes"]["source"]
    assert (by_name["bytes"]["type"], png.read_bytes()) == ("image/png", bytes([137, 80, 78, 71, 255]))
    assert set(by_name) == {"text", "bytes", "file"}
    (step,) = ran.result("data tables")["steps"]
    assert ran.attachments(step) == {"table": 'name,note\nDock 4,"a, ""b"""\n'}
    assert [ran.attachments(step) for step in ran.result("doc strings")["steps"]] == [
        {"doc string": "one\n  two"}, {"doc string": ""}]
    far = ran.result("examples of far (what far, metres 101)")
    assert far["parameters"] == [{"name": "what", "value": "far"}, {"name": "metres", "value": "101"}]
    assert [label["value"] for label in far["labels"] if label["name"] == "tag"] == ["far", "MIS-007"]
    assert {each["id"]: each["status"] for each in ran.sign_off["requirements"]}["MIS-007"] == "shown"


def test_minimal_empty_pending_undefined_skipped_and_rules(run):
    ran = run({"missions/kinds.feature": """
        Feature: Kinds
          Background:
            Given all is well
          Scenario: minimal
            Given all is well
          Scenario: empty
          Scenario: fails
            Given all is well
            When the promise is broken
            Then nobody knows this
          Scenario: breaks
            Given the step breaks down
          Scenario: pending
            Given it is not written yet
            Then all is well
          @wip
          Scenario: pending under wip
            Given it is not written yet
          Scenario: undefined
            Given nobody knows this
          Scenario: skipped by a step
            Given it skips the rest because the clock is missing
            Then the promise is broken
          Rule: first
            Background:
              Given all is well
            Scenario: in a rule
              Given all is well
        """, "missions/none.feature": """
        Feature: No scenario at all
        """, "missions/skipped.feature": """
        Feature: Left out as a whole
          Scenario: skipped by a hook
            Given all is well
        """}, environment='''
        def before_feature(context, feature):
            if "Left out" in feature.name:
                feature.skip("the target has no queue")
        ''')
    ran.agrees("minimal", "passed", "passed")
    ran.agrees("empty", "pending", "passed")  # behave passes what checks nothing; no report of ours does
    ran.agrees("fails", "failed", "failed")
    ran.agrees("breaks", "error", "error")
    ran.agrees("pending", "pending", "error")
    ran.agrees("pending under wip", "pending", "passed")  # behave lets it pass
    ran.agrees("undefined", "undefined", "error")
    ran.agrees("skipped by a step", "skipped", "skipped")
    ran.agrees("in a rule", "passed", "passed")
    ran.agrees("skipped by a hook", "skipped", "skipped")
    assert ran.result("skipped by a hook")["statusDetails"]["message"] == "the target has no queue"
    assert [step["status"] for step in ran.result("fails")["steps"]] == ["passed", "passed", "failed", "broken"]
    assert ran.record.counts() == {"total": 10, "passed": 2, "failed": 1, "error": 1, "skipped": 2, "undefined": 1,
                                   "pending": 3, "flaky": 0, "blocked": 0, "timed_out": 0, "not_run": 0}


def test_hooks_that_fail_before_and_after(run):
    hooks = ("before_tag", "before_scenario", "before_step", "after_step", "after_scenario", "after_tag")
    ran = run({"missions/hooks.feature": "Feature: Hooks\n" + "".join(f"""
          @tag_{hook}
          Scenario: {hook} fails
            Given all is well
        """ for hook in hooks) + """
          Rule: before_rule fails
            Scenario: of that rule
              Given all is well
          Rule: after_rule fails
            Scenario: of the other rule
              Given all is well
        """, "missions/tags.feature": """
        @tag_before_tag
        Feature: The feature's tag
          Scenario: under it
            Given all is well
        """}, environment="""
        def stumble(context, where, name):
            if where in name:
                raise RuntimeError(where)
        def before_tag(context, tag): stumble(context, "tag_before_tag", tag)
        def after_tag(context, tag): stumble(context, "tag_after_tag", tag)
        def before_rule(context, rule): stumble(context, "before_rule", rule.name)
        def after_rule(context, rule): stumble(context, "after_rule", rule.name)
        def before_scenario(context, scenario): stumble(context, "before_scenario", scenario.name)
        def after_scenario(context, scenario): stumble(context, "after_scenario", scenario.name)
        def before_step(context, step): stumble(context, "before_step", context.scenario.name)
        def after_step(context, step): stumble(context, "after_step", context.scenario.name)
        """)
    for hook in hooks:
        ran.agrees(f"{hook} fails", "error", "error" if "step" in hook else "hook_error")
        assert hook in ran.result(f"{hook} fails")["statusDetails"]["message"]
    ran.agrees("of that rule", "error", "untested")
    ran.agrees("of the other rule", "passed", "passed")
    ran.agrees("under it", "error", "untested")
    assert ran.record.faults() == [
        "features/missions/hooks.feature · after_rule fails: after_rule failed: RuntimeError: after_rule"]


@pytest.mark.parametrize("hook", ["before_all", "after_all"])
def test_hooks_around_the_run_that_fail(run, hook):
    ran = run({"missions/all.feature": """
        Feature: All
          Scenario: in between
            Given all is well
        """}, environment=f"""
        def {hook}(context): raise RuntimeError("no platform")
        """)
    status, behave = ("not_run", "untested") if hook == "before_all" else ("passed", "passed")
    ran.agrees("in between", status, behave)
    assert ran.record.faults() == [f"{hook} failed: RuntimeError: no platform"]
    assert (ran.verdict.verdict, ran.verdict.exit_code) == ("refused", 1)


def test_parameter_types_known_and_unknown_and_a_clean_up_of_the_run(run):
    ran = run({"missions/types.feature": """
        Feature: Types
          Scenario: a known type
            Given the gate LHR is open
          Scenario: a value that the type refuses
            Given the gate lhr is open
          Scenario: a type that breaks down
            Given the gate XXX is open
        """}, steps='''
        from behave.cucumber_expression import define_parameter_type_with
        from behave import use_step_matcher
        from behave.cucumber_expression import use_step_matcher_for_cucumber_expressions
        use_step_matcher_for_cucumber_expressions()
        def to_gate(text):
            if text == "XXX":
                raise ValueError("no such gate: XXX")
            return text
        define_parameter_type_with(name="gate", regexp="[A-Z]{3}", type=str, transformer=to_gate)
        @given("the gate {gate} is open")
        def gate(context, gate): assert gate == "LHR"
        use_step_matcher("parse")
        ''', environment='''
        def before_all(context):
            def let_go(): raise OSError("still held")
            context.add_cleanup(let_go)
        ''')
    ran.agrees("a known type", "passed", "passed")
    ran.agrees("a value that the type refuses", "undefined", "error")
    ran.agrees("a type that breaks down", "error", "error")
    assert "no such gate: XXX" in ran.result("a type that breaks down")["statusDetails"]["message"]
    assert ran.record.faults() == ["clean-up let_go failed: OSError: still held"]


@pytest.mark.parametrize(("steps", "words"), [
    ('@step("all is well")\ndef again(context): pass\n', "AmbiguousStep"),
    ('from behave.cucumber_expression import use_step_matcher_for_cucumber_expressions\n'
     'use_step_matcher_for_cucumber_expressions()\n@step("of type {unknown}")\ndef unknown(context, thing): pass\n',
     "Undefined parameter type 'unknown'"),
])
def test_ambiguous_steps_and_unknown_parameter_types_never_pass(tmp_path, steps, words):
    """They stop behave before or in the run: with the stock command line, in a process of its own."""
    (tmp_path / "features").mkdir()
    (tmp_path / "steps").mkdir()
    (tmp_path / "features/one.feature").write_text("Feature: One\n  Scenario: it\n    Given of type a\n")
    (tmp_path / "steps/steps.py").write_text(
        f'from behave import step\n@step("all is well")\ndef well(context): pass\n{steps}')
    done = subprocess.run([sys.executable, "-m", "behave", "-f", "support.reporting.formatter:MusterAllureFormatter",
                           "-o", "results", "features"], cwd=tmp_path, capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin"})
    assert done.returncode != 0
    assert words in done.stdout + done.stderr, done.stdout + done.stderr
    statuses = [json.loads(path.read_text())["status"] for path in (tmp_path / "results").glob("*-result.json")]
    assert "passed" not in statuses


def test_a_scenario_tried_again_is_one_result_and_its_first_attempt_counts(run):
    ran = run({"missions/retry.feature": """
        Feature: Retry
          Scenario: at the second try
            Given it fails 1 times
          Scenario: never
            Given it fails 9 times
          Scenario: at once
            Given it fails 0 times
        """}, steps='''
        tries = {}
        @given("it fails {number:d} times")
        def fails(context, number):
            name = context.scenario.name
            tries[name] = tries.get(name, 0) + 1
            allure.attach(f"try {tries[name]}", "try", allure.attachment_type.TEXT)
            assert tries[name] > number, f"try {tries[name]} of {name}"
        ''', environment='''
        from behave.contrib.scenario_autoretry import patch_scenario_with_autoretry
        def before_feature(context, feature):
            for scenario in feature.scenarios:
                patch_scenario_with_autoretry(scenario, max_attempts=3)
        ''')
    ran.agrees("at the second try", "flaky", "passed")
    ran.agrees("never", "failed", "failed")
    ran.agrees("at once", "passed", "passed")
    flaky = ran.result("at the second try")
    assert flaky["statusDetails"]["flaky"] is True
    assert flaky["statusDetails"]["message"].startswith("try 1 of at the second try\nAttempts: failed, passed")
    assert [step["name"] for step in flaky["steps"]] == ["Given it fails 1 times", "Attempt 2"]
    assert ran.attachments(flaky["steps"][1]["steps"][0]) == {"try": "try 2"}
    never = next(each for each in ran.sign_off["results"] if each["name"] == "never")
    assert [each["error"] for each in never["attempts"]] == ["try 1 of never", "try 2 of never", "try 3 of never"]
    assert ran.verdict.exit_code == 1


@pytest.mark.shows("SUI-055")
def test_an_interrupted_run_leaves_all_its_reports(run):
    ran = run({"missions/interrupted.feature": """
        Feature: Interrupted
          Scenario: before
            Given all is well
          Scenario: during
            Given it is interrupted
            Then all is well
          Scenario: after
            Given all is well
        """, "missions/later.feature": """
        Feature: Later
          Scenario: much later
            Given all is well
        """})
    ran.agrees("before", "passed", "passed")
    ran.agrees("during", "not_run", "error")  # broken off by a person: that says nothing of the promise
    ran.agrees("after", "not_run", "untested")
    ran.agrees("much later", "not_run", "untested")
    assert (ran.verdict.verdict, ran.verdict.exit_code) == ("refused", 130)
    assert ran.record.faults() == ["the run was interrupted"]
    assert {"sign-off.json", "sign-off.html", "junit.xml", "allure-results"} <= {
        path.name for path in ran.folder.iterdir()}
    assert (ran.folder.parent / "latest").resolve() == ran.folder.resolve()


def test_an_interruption_between_two_steps_leaves_the_scenario_as_begun(run):
    ran = run({"missions/between.feature": """
        Feature: Between
          Scenario: begun
            Given all is well
            When the value 7 is read
          Scenario: later
            Given all is well
        """}, steps='''
        def interrupt(text): raise KeyboardInterrupt
        register_type(Read=interrupt)
        @when("the value {value:Read} is read")
        def read(context, value): pass
        ''')
    ran.agrees("begun", "not_run", "untested")
    ran.agrees("later", "not_run", "untested")
    assert ran.result("begun")["statusDetails"]["message"] == "the run was interrupted while it was under way"
    assert ran.verdict.exit_code == 130


@pytest.mark.shows("SUI-013")
def test_blocked_and_timed_out_scenarios_stay_in_the_totals(run):
    ran = run({"missions/noted.feature": """
        Feature: Noted
          Scenario: blocked
            Given all is well
          Scenario: timed out
            Given all is well
          Scenario: checked afterwards
            Given all is well
          Scenario: left over
            Given all is well
        """}, environment='''
        from support.reporting.notes import notes_of
        def before_scenario(context, scenario):
            if scenario.name == "blocked":
                notes_of(scenario).blocked_by = "Priya signs in"
                scenario.skip("needs Priya signs in")
        def after_scenario(context, scenario):
            if scenario.name == "timed out":
                notes_of(scenario).timed_out = "longer than 300 s"
            if scenario.name == "checked afterwards":
                notes_of(scenario).problems.append("invoice 7 differs from its payment")
            if scenario.name == "left over":
                notes_of(scenario).faults.append("2 rows are left in missions")
                notes_of(scenario).measured["rows"] = {"missions": 2}
        ''')
    ran.agrees("blocked", "blocked", "skipped")
    ran.agrees("timed out", "timed_out", "passed")
    ran.agrees("checked afterwards", "failed", "passed")
    ran.agrees("left over", "error", "passed")
    assert ran.sign_off["scenarios"] | {"total": 4, "blocked": 1, "timed_out": 1, "failed": 1, "error": 1} == \
        ran.sign_off["scenarios"]
    assert ran.sign_off["results"][3]["measured"] == {"memory_mb": None, "rows": {"missions": 2}}
    assert ran.fixtures("afters")[0]["status"] == "broken"


@pytest.mark.shows("SUI-005")
def test_stopping_at_the_first_failure_reports_the_rest_as_not_run(run):
    ran = run({"missions/one.feature": """
        Feature: One
          Scenario: it fails
            Given the promise is broken
          Scenario: it comes next
            Given all is well
        """, "missions/two.feature": """
        Feature: Two
          Scenario: it comes last
            Given all is well
        """}, arguments=("--stop",))
    ran.agrees("it fails", "failed", "failed")
    ran.agrees("it comes next", "not_run", "untested")
    ran.agrees("it comes last", "not_run", "untested")
    assert ran.verdict.exit_code == 1


@pytest.mark.shows("SUI-013")
@pytest.mark.parametrize("option", ["--show-skipped", "--no-skipped"])
@pytest.mark.parametrize("reason", ["the target lacks queue", None])
def test_what_was_skipped_before_it_began_stays_in_every_report(run, option, reason):
    ran = run({"missions/skipped.feature": """
        Feature: Skipped
          Scenario: it waits for a queue
            Given all is well
        """, "missions/run.feature": """
        Feature: Run
          Scenario: it runs
            Given all is well
        """}, arguments=(option,), environment=f"""
        def before_all(context):
            for feature in context._runner.features:
                if feature.name == "Skipped":
                    feature.skip({reason!r})
        """)
    ran.agrees("it waits for a queue", "skipped", "skipped")
    ran.agrees("it runs", "passed", "passed")
    assert ran.verdict.verdict == ("accepted" if reason else "refused")
