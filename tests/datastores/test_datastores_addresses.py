"""Addresses of Redis: which number of which server they lead to, however they are spelled."""

from __future__ import annotations

import pytest

from support.addresses import is_same_number, next_number, number_of
from support.datastores.guard import Datastores
from support.settings import UsageError


@pytest.mark.parametrize(("url", "number"), [
    ("redis://127.0.0.1", 0), ("redis://127.0.0.1/", 0), ("redis://127.0.0.1/3", 3), ("redis://127.0.0.1?db=4", 4),
    ("redis://127.0.0.1/3?db=4&protocol=2", 4)])
def test_the_number_is_the_one_that_the_driver_takes(url, number):
    from redis.connection import parse_url

    assert number_of(url) == number == parse_url(url).get("db", 0)
    assert number_of(next_number(url)) == number + 1
    assert parse_url(next_number(url)).get("protocol") == parse_url(url).get("protocol")


@pytest.mark.parametrize("url", ["redis://:hush-hush@127.0.0.1/cache", "redis://:hush-hush@127.0.0.1/1?db=two"])
def test_what_is_no_number_is_said_without_the_password(url):
    for ask in (number_of, next_number):
        with pytest.raises(UsageError, match="names no number of Redis") as refusal:
            ask(url)
        assert "hush-hush" not in str(refusal.value)


def test_the_broker_is_on_the_number_after_the_keys():
    given = Datastores.of("", "redis://:hush@127.0.0.1:6379/3")
    assert given.broker_url == "redis://:hush@127.0.0.1:6379/4"
    assert Datastores.of("", "redis://127.0.0.1", "").broker_url == "redis://127.0.0.1/1"


@pytest.mark.parametrize(("one", "other", "same"), [
    ("redis://127.0.0.1/1", "redis://127.0.0.1:6379/1", True),
    ("redis://127.0.0.1:7000/1", "redis://localhost:7000/1", True),
    ("redis://[::1]:7000/1", "redis://127.0.0.1:7000/1", True),
    ("redis://127.0.0.1:7000/1", "redis://me:x@LOCALHOST:7000/0?db=1", True),
    ("redis://no-such-host.invalid/1", "redis://no-such-host.invalid/1", True),
    ("redis://127.0.0.1:7000/1", "redis://127.0.0.1:7000/2", False),
    ("redis://127.0.0.1:7000/1", "redis://127.0.0.1:7000/1?db=2", False),
    ("redis://127.0.0.1:7000/1", "redis://127.0.0.1:7001/1", False),
    ("redis://127.0.0.1:7000/1", "redis://192.0.2.7:7000/1", False),
])
def test_one_number_under_two_spellings(one, other, same):
    assert is_same_number(one, other) == is_same_number(other, one) == same
