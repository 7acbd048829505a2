"""Half a character, as an answer may hold: a report that cannot be written because of it would hide what failed."""

from __future__ import annotations

import json

FEATURE = {"missions/half.feature": """
    @missions @MIS-004
    Feature: Half
      Scenario: it answers half a character
        Given it answers half
    """}
STEPS = r'''
@step("it answers half")
def half(context):
    print("said \ud83d to the console")
    assert False, "the name should be whole, and is \ud83d"
'''


def test_half_a_character_in_a_failure_is_shown_as_it_is_escaped(run):
    ran = run(FEATURE, steps=STEPS)

    ran.agrees("it answers half a character", "failed", "failed")
    words = r"the name should be whole, and is \ud83d"
    assert ran.result("it answers half a character")["statusDetails"]["message"].partition("\n")[0] == words
    (signed,) = json.loads((ran.folder / "sign-off.json").read_bytes())["results"]
    assert signed["error"] == words
    assert words in (ran.folder / "sign-off.html").read_text(encoding="utf-8")
