"""Digits, short values and encoded ones are secrets too, where secrets stand; counts and kinds beside them are not."""

from __future__ import annotations

import json
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.reporting.allure_results import masked_json
from support.reporting.files import masked
from support.reporting.masking import Mask, secrets_in_address

PIECES = st.sampled_from(("pä\"ss\\wörd\n", "hunter2", "password=", "token: ", "://ann:", "@", "eyJabcdefghij", "x-key: ",
                          "é", "\"", "'", "\\", "\n", "=", "plain words ", "%3A%2F%2F"))
TEXTS = st.lists(PIECES, max_size=6).map("".join)
FEW = ("pä\"ss\\wörd\n", "hunter2", "hunter2 and more", "plain w")
MANY = tuple(f"{number:05d}-learnt" for number in range(1000))
OF_FEW, OF_MANY = Mask([*FEW, MANY[7]]), Mask([*FEW, *MANY])


@pytest.mark.shows("SUI-019", "SUI-058")
@pytest.mark.parametrize(("text", "shown"), [
    ("postgresql://muster:1234@h/d", "postgresql://muster:***@h/d"),
    ("postgresql://muster:p@ss@h/d", "postgresql://muster:***@h/d"),
    ("redis://:7@h:6379/0", "redis://:***@h:6379/0"),
    ("to=postgresql%3A%2F%2Fmuster%3A12%2340%40h%2Fd", "to=postgresql%3A%2F%2Fmuster%3A***%40h%2Fd"),
    ("behave -D platform_key=12345 -D area=api", "behave -D platform_key=*** -D area=api"),
    ("postgresql://h/d?user=ann&password=12&sslpassword=34&sslmode=require",
     "postgresql://h/d?user=ann&password=***&sslpassword=***&sslmode=require"),
    ("next=%2Fin%3Fpassword%3D12%26page%3D1", "next=%2Fin%3Fpassword%3D***%26page%3D1"),
    ("host=h password='a b' user=ann", "host=h password='***' user=ann"),
    ("connect(host='h', password='12')", "connect(host='h', password='***')"),
    ("PGPASSWORD=12 psql", "PGPASSWORD=*** psql"),
    ('{"password": "12345678"}', '{"password": "***"}'),
    ('{"password": 12345678, "page": 1}', '{"password": ***, "page": 1}'),
    ('{"password": "true"}', '{"password": "***"}'),
    ("{'password': 'it', 'Authorization': 'Basic 12'}", "{'password': '***', 'Authorization': '***'}"),
    ('{"body": "{\\"password\\": \\"12\\", \\"page\\": 1}"}', '{"body": "{\\"password\\": \\"***\\", \\"page\\": 1}"}'),
    ('refused: 200 {"access_token":"cut o', 'refused: 200 {"access_token":"***'),
    ('{"password": "12\n{"page": "1"}', '{"password": "***\n{"page": "1"}'),
    ("X-Platform-Key: 12345\r\nAccept: */*", "X-Platform-Key: ***\r\nAccept: */*"),
    ("X-Platform-Key: 12345\nAccept: */*", "X-Platform-Key: ***\nAccept: */*"),
    ("Authorization: 12345", "Authorization: ***"),
    ('{"signing_key": "12"}', '{"signing_key": "***"}'),
])
def test_no_value_is_too_short_or_too_plain_where_secrets_stand(text, shown):
    assert Mask()(text) == shown
    assert Mask()(shown) == shown


@pytest.mark.parametrize("text", [
    '{"access_token_expires_in": "3600", "refresh_token_expires_in": 604800, "token_type": "Bearer"}',
    "refresh_expires_in=604800&token_type=bearer",
    '{"tokens": 120, "max_tokens": "4096", "token_count": 7}',
    '{"must_change_password": false, "password": null}',
    "http://127.0.0.1:8080/a, and ann@acme.test",
    '["http://127.0.0.1:8080", "ann@acme.test"]',
    "http://127.0.0.1:8080?to=ann@acme.test",
    "the password is refused: it has 5 characters",
    "features/accounts/tokens.feature:12",
])
def test_counts_and_kinds_and_ordinary_words_stay(text):
    assert Mask()(text) == text


def test_a_number_beside_a_name_that_counts_is_shown_and_a_secret_there_is_not():
    assert Mask()("token_type=hunter2&expires_in=60") == "token_type=***&expires_in=60"


@pytest.mark.shows("SUI-058")
@pytest.mark.parametrize("learned", ["p%40ss%2Fw\"rd", "p@ss/w\"rd"])
def test_what_was_learned_is_known_encoded_and_decoded(learned):
    text = Mask([learned])('so p%40ss%2Fw%22rd, p@ss/w"rd or p@ss/w\\"rd')
    assert text == "so ***, *** or ***"


@pytest.mark.shows("SUI-058")
def test_a_short_secret_is_masked_where_it_stands_as_one_and_leaves_words_alone():
    mask = Mask(["1234", "abc"])
    assert mask("X-Sign: Key abc\nX-Other: abc\nContent-Type: abc/d") == "X-Sign: Key ***\nX-Other: ***\nContent-Type: abc/d"
    assert mask("postgresql://muster:1234@h/d") == "postgresql://muster:***@h/d"
    assert mask('{"password": "abc"}') == '{"password": "***"}'
    assert mask("line 1234 of abcdef") == "line 1234 of abcdef"


def test_the_secrets_of_an_address_are_its_password_and_those_of_its_query():
    assert secrets_in_address("postgresql://ann:p%40ss@h/d?sslpassword=a%26b&sslmode=require&password=c") == [
        "p%40ss", "a%26b", "c"]
    assert secrets_in_address("http://127.0.0.1:8000") == []
    assert secrets_in_address("") == []


@pytest.mark.parametrize("text", ["x" * 200_000, "token " * 30_000, "token" * 40_000, "\\" * 200_000, '"' * 100_000,
                                  "a://" * 50_000, "a:" * 100_000, "token=" * 30_000, '"token":"' * 20_000,
                                  "%3A%2F%2F" * 20_000, "'token' " * 30_000])
def test_long_texts_do_not_hold_up_the_run(text):
    started = perf_counter()
    Mask(["a-secret", "123"])(text)
    assert perf_counter() - started < 20


@pytest.mark.shows("SUI-019")
@settings(deadline=None)
@given(st.lists(st.one_of(TEXTS, st.dictionaries(st.sampled_from(("name", "message")), TEXTS)), max_size=4))
def test_what_is_written_in_one_go_is_what_masking_text_by_text_makes_of_it(data):
    mask = Mask(["pä\"ss\\wörd\n", "hunter2"])
    assert json.loads(masked_json({"steps": data}, mask)) == masked({"steps": data}, mask)


@pytest.mark.shows("SUI-019")
@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_among_thousands_of_secrets_each_is_found_as_among_a_few(texts):
    for text in [*texts, *(f"{text}{MANY[7]}hunter2 and more" for text in texts)]:
        assert OF_MANY(text) == OF_FEW(text)
