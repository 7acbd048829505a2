"""When tasks that recur are due, and what else of their rules no scenario can bring about to the second."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reference.site_tasks import cron, rules

SPRING = datetime(2027, 3, 27, 12, tzinfo=UTC)  # in the night after, Berlin's clocks skip 02:00 to 03:00
AUTUMN = datetime(2026, 10, 24, 12, tzinfo=UTC)  # and in this one 02:00 to 03:00 comes twice
DAY = timedelta(hours=24)


def due(schedule, moment, zone="Europe/Berlin", ahead=DAY, **days):
    return [each.strftime("%d %H:%M") for each in cron.due_times(schedule, zone, moment, ahead, **days)]


def test_a_time_that_the_clocks_skip_is_due_when_they_have_skipped_it():
    assert due("30 2 * * *", SPRING) == ["28 01:00"]


def test_a_time_that_comes_twice_is_due_once():
    assert due("30 2 * * *", AUTUMN) == ["25 00:30"]


@pytest.mark.parametrize("moment", [SPRING, AUTUMN])
def test_each_hour_of_such_a_night_is_due_once(moment):
    assert len(set(due("0 * * * *", moment))) == len(due("0 * * * *", moment)) == 24


def test_a_site_ahead_of_utc_is_early():
    assert due("0 8 * * *", SPRING, "Asia/Singapore") == ["28 00:00"]


def test_the_moment_itself_is_past_and_the_last_one_is_due():
    assert due("0 12 * * *", SPRING, "UTC") == ["28 12:00"]


def test_a_template_is_valid_on_its_first_and_on_its_last_day_as_they_are_at_the_site():
    days = {"first": date(2027, 3, 28), "last": date(2027, 3, 29)}

    assert due("30 0,23 * * *", SPRING, ahead=timedelta(days=7), **days) == ["27 23:30", "28 21:30", "28 22:30", "29 21:30"]


@pytest.mark.parametrize("days", [{"first": date(9999, 12, 31)}, {"last": date(1, 1, 1)},
                                  {"first": date(2027, 4, 4)}, {"last": date(2027, 3, 26)}])
def test_outside_its_days_nothing_is_due(days):
    assert due("0 * * * *", SPRING, ahead=timedelta(days=7), **days) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "0 8 * * *\n", "0\t8 * * *", "0 8 * * * # daily", "1#2/2 8 * * *",
                                  "0 8 * * sul", "² 8 * * *", "-1 8 * * *", "0 8 L/2 * 9", "* * * * 1#2/2", "- - - - -",
                                  ", , , , ,"])
def test_whatever_is_no_schedule_is_refused_and_breaks_nothing(text):
    assert not cron.is_schedule(text, "UTC", SPRING)


def test_a_day_that_is_more_than_five_years_off_never_comes():
    assert cron.is_schedule("0 8 29 2 *", "UTC", datetime(2097, 3, 1, tzinfo=UTC)) is False
    assert cron.is_schedule("0 8 29 2 *", "UTC", SPRING) is True


def test_a_task_is_overdue_when_its_last_moment_is_past():
    last = SPRING + timedelta(minutes=40)

    assert not rules.is_overdue(SPRING, 40, last)
    assert rules.is_overdue(SPRING, 40, last + timedelta(microseconds=1))


def test_each_verb_leads_where_the_table_of_states_allows():
    assert all(to in rules.TRANSITIONS[status] for sources, to in rules.VERBS.values() for status in sources)
    assert rules.OPEN == ("assigned", "in_progress", "standby", "partially_completed")


@pytest.mark.parametrize(("kind", "good", "bad"), [
    ("number", [0, -1.5], [True, "1"]), ("yes_no", [True, False], [0, 1, "yes"]), ("text", ["1"], [1, True])])
def test_an_answer_is_of_the_kind_that_is_asked_for(kind, good, bad):
    assert [rules.fits({"kind": kind}, each) for each in good] == [True] * len(good)
    assert [rules.fits({"kind": kind}, each) for each in bad] == [False] * len(bad)
