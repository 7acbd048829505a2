"""What may be done only so often."""

from support.drivers.pace import Pace


class Time:
    """A clock that goes on only while somebody waits."""

    def __init__(self):
        self.now = 100.0
        self.waited = []

    def read(self):
        return self.now

    def wait(self, seconds):
        self.waited.append(seconds)
        self.now += seconds


def test_who_comes_too_early_waits_until_the_oldest_counts_no_more():
    time = Time()
    pace = Pace(2, 60.0, time.read, time.wait)
    for pause in (0.0, 10.0, 5.0, 0.0):
        time.now += pause
        pace.keep()

    assert time.waited == [45.0, 10.0]


def test_who_comes_late_enough_does_not_wait():
    time = Time()
    pace = Pace(1, 60.0, time.read, time.wait)
    pace.keep()
    time.now += 61.0
    pace.keep()

    assert time.waited == [0.0]
