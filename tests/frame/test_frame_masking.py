"""Nothing secret gets through the mask, and nothing harmless is lost in it."""

import pytest

from support.reporting.evidence import LONGEST, Evidence
from support.reporting.masking import Mask

CANARY = "S3cret-canary"


@pytest.mark.shows("SUI-058")
@pytest.mark.parametrize("text", [
    f'{{"password": "{CANARY}"}}',
    f'{{"new_password":"{CANARY} with \\" a quote"}}',
    f'{{"refresh_token": "{CANARY}", "token_type": "Bearer"}}',
    f"POST /x?token={CANARY}&page=1",
    f"Authorization: Bearer {CANARY}",
    f"Cookie: session={CANARY}; theme=dark",
    f"set-cookie: session={CANARY}; HttpOnly",
    f"X-Platform-Key: {CANARY}",
    f"postgresql://ann:{CANARY}@127.0.0.1/x",
    f"postgresql://ann:{CANARY}@127.0.0.1/x and redis://:{CANARY}@127.0.0.1/0",
])
def test_where_secrets_stand_nothing_is_shown(text):
    assert CANARY not in Mask()(text)


@pytest.mark.shows("SUI-058")
def test_a_value_that_is_known_to_be_secret_is_shown_nowhere():
    mask = Mask([CANARY])
    mask.learn("another-one")

    assert mask(f"so {CANARY}, and another-one it is") == "so ***, and *** it is"


@pytest.mark.parametrize("text", [
    '{"token_type": "Bearer", "expires_in": 3600}',
    "GET /api/v2/missions?limit=25&q=token",
    '{"name": "Survey of Dock 4", "scope": ["127.0.0.1:8080"]}',
    "http://127.0.0.1:8080/health/live",
])
def test_what_is_harmless_stays(text):
    assert Mask()(text) == text


def test_what_is_too_long_is_cut_and_says_so():
    evidence = Evidence(Mask())
    evidence.record("http", "a long answer", "x" * (LONGEST + 7))

    assert evidence.take_new()[0].text.endswith("… cut here: 7 characters more")
    assert evidence.take_new() == []


@pytest.mark.shows("SUI-058")
@pytest.mark.parametrize("before", [LONGEST - 5, 3 * LONGEST - 5, 3 * LONGEST])
@pytest.mark.parametrize("written", [CANARY, f'"password": "{CANARY}"'])
def test_a_secret_across_the_place_where_a_text_is_cut_is_not_half_shown(before, written):
    evidence = Evidence(Mask([CANARY]))
    evidence.record("http", "a long answer", "x" * before + written + "y" * LONGEST)
    evidence.record("http", "an answer full of secrets", f"{written} " * LONGEST)

    plain, full = evidence.take_new()
    assert CANARY[:3] not in plain.text + full.text
    assert full.text.startswith(f"{written.replace(CANARY, '***')} ") and "… cut here: " in full.text
