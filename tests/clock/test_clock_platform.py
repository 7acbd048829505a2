"""The platform's clock can be moved by a file; where none is named it is the machine's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from celery import Celery
from celery.schedules import crontab, schedule

from reference.core import clock, scheduler
from reference.core.settings import Settings

DAY = timedelta(days=1)
SLACK = timedelta(minutes=5)  # between two looks at the clock


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The file at which this process's platform looks."""
    place = tmp_path / "clock"
    monkeypatch.setattr(clock, "settings", lambda: Settings(clock_offset_file=str(place)))
    return place


def ahead() -> timedelta:
    """By how much the platform's clock is ahead, to the minute."""
    return timedelta(minutes=round((clock.now() - datetime.now(UTC)) / timedelta(minutes=1)))


@pytest.mark.parametrize(("text", "expected"), [("86400", DAY), ("-3600.000000\n", timedelta(hours=-1)), ("0", timedelta())])
def test_the_clock_is_ahead_by_what_the_file_says(file, text, expected):
    file.write_text(text)
    assert ahead() == expected


@pytest.mark.parametrize("text", ["", "tomorrow", "nan", "inf", "-1e300", "1" * 100, "\x00"])
def test_a_file_without_a_number_moves_nothing(file, text):
    file.write_text(text)
    assert ahead() == timedelta()


def test_a_move_is_seen_at_once_and_no_file_is_no_move(file):
    assert ahead() == timedelta()
    file.write_text("86400")
    assert ahead() == DAY
    file.unlink()
    assert ahead() == timedelta()
    file.mkdir()
    assert ahead() == timedelta()


def test_without_the_setting_the_clock_is_the_machines(monkeypatch):
    monkeypatch.setattr(clock, "settings", Settings)
    monkeypatch.setattr(clock, "_offset", lambda file: pytest.fail("looked for a file"))
    assert ahead() == timedelta()


class Recorder(scheduler.Scheduler):
    """Sends nothing, and keeps what it would have sent."""

    def __init__(self, app, entries):
        self.sent: list[str] = []
        app.conf.beat_schedule = entries
        super().__init__(app)

    def setup_schedule(self):
        self.merge_inplace(self.app.conf.beat_schedule)

    def apply_entry(self, entry, producer=None):
        self.sent.append(entry.name)

    def ticks(self) -> list[str]:
        """What is sent until nothing is due."""
        self.sent.clear()
        while self.tick() == 0:
            pass
        return sorted(self.sent)


@pytest.fixture
def beat(file, monkeypatch):
    """A scheduler of something that comes every hour, and something that comes at midnight; just begun, at noon."""
    moment = datetime(2026, 3, 31, 12, 0, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment + clock._offset(str(file)))
    app = Celery("of the test", broker="memory://")
    app.conf.update(timezone="UTC", enable_utc=True, beat_max_loop_interval=0.2)
    # Not clock.now itself: the platform's schedules hold that function too, and look at it when they are asked.
    entries = {"hourly": {"task": "hourly", "schedule": schedule(3600.0, nowfun=lambda: clock.now())},
               "at midnight": {"task": "at midnight", "schedule": crontab("0", "0", nowfun=lambda: clock.now(), app=app)}}
    made = Recorder(app, entries)
    assert made.ticks() == []
    return made


def test_what_a_moved_clock_passes_comes_once(beat, file):
    file.write_text("7200")
    assert beat.ticks() == ["hourly"]
    assert beat.ticks() == []
    file.write_text(f"{7 * 86400}")
    assert beat.ticks() == ["at midnight", "hourly"]
    assert beat.ticks() == []


def test_a_clock_that_is_put_back_stops_nothing(beat, file):
    file.write_text(f"{2 * 86400}")
    assert beat.ticks() == ["at midnight", "hourly"]
    file.unlink()
    assert beat.ticks() == []
    file.write_text("3601")
    assert beat.ticks() == ["hourly"]
    file.write_text("43201")  # midnight of the very day
    assert beat.ticks() == ["at midnight", "hourly"]


def test_the_scheduler_never_looks_away_for_longer_than_it_was_told(beat):
    assert 0 < beat.tick() <= 0.2


def test_every_schedule_of_the_platform_follows_its_clock():
    from reference.core.tasks import celery

    entries = celery.conf.beat_schedule
    assert entries
    assert [name for name, entry in entries.items() if entry["schedule"].nowfun is not clock.now] == []
