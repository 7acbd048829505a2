"""A broken variant counts as caught only if what must notice it failed because of a broken promise."""

from __future__ import annotations

import pytest

from tests.broken._judging import BROKEN, CAUGHT, SURVIVED, judge, own_fault
from tests.broken._reading import Variant, variants

NOTICED = "no target should be asked, and target 2 of 3 was\nmore"


def variant(*scenarios: str) -> Variant:
    return Variant("pause_keeps_surveying", "A rule.", ("MIS-007",), scenarios or ("Held",))


def result(name: str, *statuses: str, row: str = "", error: str = NOTICED, **more) -> dict:
    """A scenario of a sign-off, with the status of each attempt."""
    words = {status: "" if status == "passed" else error for status in statuses}
    ident = " · ".join(filter(None, ["features/missions/x.feature", "a rule", name, row]))
    return {"id": ident, "name": f"{name} ({row})" if row else name, "status": statuses[-1], "error": words[statuses[-1]],
            "reason": "", "attempts": [{"status": status, "error": words[status]} for status in statuses], **more}


def test_caught_names_the_scenario_and_its_first_words():
    verdict = judge(variant(), {"results": [result("Held", "failed"), result("Another", "passed")]})
    assert verdict.kind == CAUGHT
    assert str(verdict) == ("caught   pause_keeps_surveying (MIS-007) by “Held”: "
                            "no target should be asked, and target 2 of 3 was")


def test_each_of_its_scenarios_must_fail():
    verdict = judge(variant("Held", "Ended"), {"results": [result("Held", "failed"), result("Ended", "passed")]})
    assert str(verdict) == "SURVIVED pause_keeps_surveying (MIS-007): passed: “Ended”"


@pytest.mark.parametrize(("statuses", "kind"), [
    (["passed", "failed"], CAUGHT), (["passed", "passed"], SURVIVED), (["failed", "error"], BROKEN),
    (["failed", "skipped"], BROKEN)])
def test_of_an_outline_one_row_must_fail_and_none_may_break(statuses, kind):
    rows = [result("Held", status, row=f"verb {number}") for number, status in enumerate(statuses)]
    assert judge(variant(), {"results": rows}).kind == kind


@pytest.mark.parametrize("status", ["error", "undefined", "pending", "skipped", "blocked", "timed_out", "not_run"])
def test_whatever_is_no_broken_promise_catches_nothing(status):
    verdict = judge(variant(), {"results": [result("Held", status)]})
    assert (verdict.kind, f"“Held” is {status}: no target" in verdict.words) == (BROKEN, True)


def test_a_platform_that_went_away_catches_nothing():
    verdict = judge(variant(), {"results": [result("Held", "failed", platform_gone="it ended")]})
    assert (verdict.kind, "lost the platform" in verdict.words) == (BROKEN, True)


def test_the_first_attempt_counts():
    assert judge(variant(), {"results": [result("Held", "passed", "failed")]}).kind == SURVIVED
    assert judge(variant(), {"results": [result("Held", "failed", "passed")]}).kind == CAUGHT


def test_a_failure_without_a_word_catches_nothing():
    assert judge(variant(), {"results": [result("Held", "failed", error=" ")]}).kind == BROKEN


def test_a_scenario_that_was_not_in_the_run_is_named():
    verdict = judge(variant("Held", "Gone"), {"results": [result("Held", "failed"), result("Held up", "failed")]})
    assert str(verdict) == "BROKEN   pause_keeps_surveying (MIS-007): there is no scenario “Gone”"


@pytest.mark.parametrize(("file", "error", "told"), [
    ("tests/broken/pause_keeps_surveying.py", "TypeError: it takes two", "TypeError: it takes two"),
    ("tests/broken/pause_keeps_surveying.py", "ValueError: out of range", ""),  # as a rule of the platform might say
    ("tests/broken/pause.py", "TypeError: it takes two", ""), ("reference/core/calls.py", "TypeError: it takes two", "")])
def test_what_fails_in_the_variants_own_code_is_found_in_the_log(file, error, told):
    log = (f'INFO begun\nTraceback (most recent call last):\n  File "/x/reference/api.py", line 3, in ask\n    ask()\n'
           f'  File "/x/{file}", line 7, in rule\n    return rule(1)\n           ^^^^^^^\n{error}\nINFO goes on\n')
    assert own_fault(variant(), log) == told


def test_a_variant_that_does_not_say_what_it_must_is_named(tmp_path):
    (tmp_path / "_starting.py").write_text("")
    (tmp_path / "half.py").write_text('RULE = "A rule."\n')
    with pytest.raises(ValueError, match=r"half\.py does not say its REQUIREMENTS and SCENARIOS"):
        variants(tmp_path)
    (tmp_path / "half.py").write_text("RULE = 'A rule'.upper()\n")
    with pytest.raises(ValueError, match=r"half\.py cannot be read"):
        variants(tmp_path)
