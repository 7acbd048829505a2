"""What a verdict claims: never more than what ran, and always that the platform was broken on purpose."""

import pytest

ONE_OF_TWO = {"missions/headed.feature": """
    @missions @MIS-004
    Feature: Headed
      Scenario: it passes
        Given all is well
      Scenario: it is skipped
        Given it skips the rest because {reason}
    """}
PASSES = {"missions/headed.feature": """
    Feature: Headed
      Scenario: it passes
        Given {sentence}
    """}


def with_words(feature, **words):
    return {name: text.format(**words) for name, text in feature.items()}


def break_on_purpose(record):
    record.broken = "pause_keeps_surveying"


@pytest.mark.shows("SUI-013", "SUI-046")
@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(("reason", "words"), [
    ("the target x does not offer clock", "for what this target offers"),
    ("the environment variable NIGHT is set", "for what was not skipped"),
])
def test_a_run_that_skipped_something_is_accepted_for_the_rest_alone(run, reason, words, whole):
    ran = run(with_words(ONE_OF_TWO, reason=reason), whole=whole)
    page = (ran.folder / "sign-off.html").read_text()

    assert ran.verdict.exit_code == 0
    assert ran.verdict.lines[0].startswith(f"ACCEPTED {words}: 1 of 2 scenarios ran (1 passed, 1 skipped) in ")
    assert f"<h1>Accepted {words}</h1>" in page
    assert f"<title>Accepted {words}: " in page
    assert "<b>1 of 2</b>ran" in page
    for each in (" ".join(ran.verdict.lines), page):
        assert "whole suite" not in each.lower()
        assert "100.0 %" not in each


def test_a_whole_run_in_which_all_ran_is_accepted_as_that(run):
    ran = run(with_words(PASSES, sentence="all is well"))
    page = (ran.folder / "sign-off.html").read_text()

    assert ran.verdict.lines[0].startswith("ACCEPTED  1 scenario (1 passed) in ")
    assert ran.verdict.lines[0].endswith("; the whole suite")
    assert "<h1>Accepted</h1>" in page
    assert "<b>100.0 %</b>of what ran passed" in page


@pytest.mark.shows("SUI-046")
def test_a_platform_that_was_broken_on_purpose_is_never_accepted(run):
    ran = run(with_words(PASSES, sentence="all is well"), change=break_on_purpose)
    words = "with the rule broken on purpose: pause_keeps_surveying"

    assert (ran.verdict.verdict, ran.verdict.exit_code) == ("refused", 1)
    assert ran.verdict.reasons == [
        "the platform was broken on purpose (pause_keeps_surveying), and no scenario that was run noticed"]
    assert words in ran.verdict.lines[0]
    assert words in ran.verdict.lines[-1]
    assert f"<h1>Refused, {words}</h1>" in (ran.folder / "sign-off.html").read_text()


def test_a_broken_platform_that_was_caught_is_refused_for_what_failed(run):
    ran = run(with_words(PASSES, sentence="the promise is broken"), change=break_on_purpose)

    assert ran.verdict.reasons == ["1 scenario failed: “it passes”"]
    assert "broken on purpose" in ran.verdict.lines[0]
