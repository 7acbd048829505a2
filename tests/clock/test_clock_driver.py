"""The suite moves the platform's clock through a file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from support import wall_clock
from support.drivers.clock import Clock
from support.reporting.evidence import Evidence
from support.reporting.masking import Mask

NOW = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)


@pytest.fixture
def clock(tmp_path, monkeypatch):
    monkeypatch.setattr(wall_clock, "read", lambda: NOW)
    return Clock(tmp_path / "clock")


def test_whoever_must_see_the_clock_move_is_told_when_it_was_put_back(tmp_path, monkeypatch):
    monkeypatch.setattr(wall_clock, "read", lambda: NOW)
    told = []
    clock = Clock(tmp_path / "clock", await_look=told.append)
    clock.move(timedelta(days=1))
    clock.move(timedelta(days=1))
    clock.put_back()
    clock.move(timedelta(days=1))
    assert told == [0.0, 0.0, NOW.timestamp()]


def test_who_waits_for_what_a_move_made_due_waits_for_a_look_after_it(tmp_path, monkeypatch):
    told = []
    clock = Clock(tmp_path / "clock", await_look=told.append)
    clock.move(timedelta(days=1))
    monkeypatch.setattr(wall_clock, "read", lambda: NOW)
    clock.await_seen()
    clock.move(timedelta(days=1))
    clock.await_seen()
    assert told[0] == told[2] == 0.0
    assert told[1] not in (0.0, NOW.timestamp()) and told[3] == NOW.timestamp()


def test_moves_add_up_and_are_put_back(clock, tmp_path):
    assert clock.now() == NOW
    clock.move(timedelta(days=1))
    clock.move(timedelta(minutes=-30))
    assert clock.now() == NOW + clock.ahead == NOW + timedelta(hours=23, minutes=30)
    assert [(each.name, float(each.read_text())) for each in tmp_path.iterdir()] == [("clock", 84600.0)]
    clock.put_back()
    assert clock.now() == NOW
    assert list(tmp_path.iterdir()) == []
    clock.put_back()


def test_each_move_is_in_the_evidence(tmp_path):
    evidence = Evidence(Mask())
    clock = Clock(tmp_path / "clock", lambda: evidence)
    clock.move(timedelta(days=31))
    clock.put_back()
    assert [each.title for each in evidence.exhibits] == [
        "the platform's clock was moved by 31 days, 0:00:00", "the platform's clock was put back"]
