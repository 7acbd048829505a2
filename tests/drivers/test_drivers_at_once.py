"""Calls at the same moment, and waiting with a deadline."""

import threading
from time import monotonic

import pytest

from support.awaiting import await_value, looks
from support.drivers.at_once import at_once, few_at_a_time
from support.findings import Finding


def test_all_calls_are_under_way_together():
    together = threading.Barrier(8)

    assert at_once([lambda number=number: (together.wait(timeout=30), number)[1] for number in range(8)]) == list(range(8))


def test_what_one_call_raised_is_raised():
    def fail():
        raise ValueError("one of them")

    with pytest.raises(ValueError, match="one of them"):
        at_once([fail, lambda: 1])


def test_many_calls_are_made_a_few_at_a_time_and_answered_in_their_order():
    together, under_way, most = threading.Barrier(4), [], []

    def call(number):
        under_way.append(number)
        most.append(len(under_way))
        together.wait(timeout=30)
        under_way.remove(number)
        return number

    assert few_at_a_time([lambda number=number: call(number) for number in range(40)]) == list(range(40))
    assert 1 < max(most) <= 4
    assert few_at_a_time([]) == []


def test_what_one_of_many_calls_raised_is_raised():
    def fail():
        raise ValueError("one of them")

    with pytest.raises(ValueError, match="one of them"):
        few_at_a_time([*[lambda: 1] * 20, fail, *[lambda: 1] * 20])


@pytest.mark.shows("SUI-040")
def test_what_never_becomes_true_fails_at_the_deadline_with_what_was_last_seen():
    began = monotonic()
    with pytest.raises(Finding, match=r"it should be paused, and is running \(waited 0.1 s\)"):
        await_value(lambda: "running", lambda seen: seen == "paused", within=0.1,
                    words=lambda seen: f"it should be paused, and is {seen}")

    assert monotonic() - began >= 0.1


@pytest.mark.shows("SUI-040")
def test_what_is_true_at_the_deadline_counts():
    looks = []

    assert await_value(lambda: looks.append(1) or len(looks), lambda seen: seen >= 1, within=0, words=str) == 1


def test_what_becomes_true_is_answered():
    looks = iter(range(100))

    assert await_value(lambda: next(looks), lambda seen: seen == 3, within=30, words=str) == 3


@pytest.mark.shows("SUI-040")
def test_looks_come_to_an_end_at_the_deadline_or_when_they_are_told():
    assert list(looks(0)) == [0]
    began = monotonic()
    assert len(list(looks(0.05, shortest=0.01, longest=0.02))) > 1
    assert monotonic() - began >= 0.05
    told = threading.Event()
    assert [number for number in looks(600, until=told) if told.set() is None] == [0]
