"""An interrupted scenario was not run: nothing is known of what it promises."""

import pytest

from support.reporting.run_record import INTERRUPTED

FEATURE = {"missions/interrupted.feature": """
    @missions @MIS-004
    Feature: Interrupted
      Scenario: in hand
        Given {sentence}
      Scenario: later
        Given all is well
    """}


def interrupted_in(hook):
    return f"""
        def {hook}(context, statement):
            raise KeyboardInterrupt
        """


def feature(sentence="all is well"):
    return {name: text.format(sentence=sentence) for name, text in FEATURE.items()}


@pytest.mark.shows("SUI-055")
@pytest.mark.parametrize("hook", ["before_scenario", "before_step", "after_step", "after_scenario"])
def test_an_interruption_in_a_hook_leaves_the_scenario_as_not_run(run, hook):
    ran = run(feature(), environment=interrupted_in(hook))

    assert [each.status for each in ran.record.scenarios] == ["not_run", "not_run"]
    assert ran.sign_off["reconciliation"]["agree"], ran.sign_off["reconciliation"]["differences"]
    assert {each["id"]: each["status"] for each in ran.sign_off["requirements"]}["MIS-004"] == "not_shown"
    assert ran.verdict.exit_code == INTERRUPTED


def test_what_a_clean_up_met_because_of_an_interruption_is_no_error(run):
    ran = run(feature("it is interrupted, and its clean-up meets an error"), steps='''
        @step("it is interrupted, and its clean-up meets an error")
        def cleaned(context):
            try:
                raise KeyboardInterrupt
            finally:
                raise RuntimeError("the connection is in use")
        ''')

    assert ran.record.scenarios[0].status == "not_run"


def test_what_had_failed_before_the_interruption_stays_failed(run):
    ran = run(feature("the promise is broken"), environment=interrupted_in("after_scenario"))

    assert [each.status for each in ran.record.scenarios] == ["error", "not_run"]


def test_a_hook_that_fails_by_itself_stays_an_error(run):
    ran = run(feature(), environment="def after_step(context, step): raise RuntimeError('of the suite')\n")

    assert ran.record.scenarios[0].status == "error"
    assert "of the suite" in ran.record.scenarios[0].error
