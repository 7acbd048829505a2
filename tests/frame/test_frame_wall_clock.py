"""A clock that is watched: what moved it besides the time that passed."""

from datetime import timedelta

import pytest

from support import wall_clock


@pytest.fixture
def set_by(monkeypatch):
    """Sets the machine's clock by some seconds, as far as the suite can see."""
    def set_by(seconds):
        real = wall_clock.read
        monkeypatch.setattr(wall_clock, "read", lambda: real() + timedelta(seconds=seconds))

    return set_by


@pytest.mark.parametrize("seconds", [2.5, 3600, -2.5, -86400])
def test_a_jump_is_seen_once_with_its_size_and_direction(set_by, seconds):
    watch = wall_clock.ClockWatch()
    set_by(seconds)

    assert watch.jumped_by() == pytest.approx(seconds, abs=0.5)
    assert watch.jumped_by() == 0


def test_time_that_passes_is_no_jump(set_by):
    watch = wall_clock.ClockWatch()
    set_by(1.5)

    assert watch.jumped_by() == 0
