"""The rules of tickets, apart from HTTP and SQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reference.tickets import rules

MOMENT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
INSTANT = timedelta(microseconds=1)


def test_every_state_that_can_be_reached_is_a_state():
    assert {to for following in rules.TRANSITIONS.values() for to in following} <= set(rules.STATUSES)
    assert rules.FINAL == ("closed", "cancelled")


@pytest.mark.parametrize("status", rules.STATUSES)
def test_a_ticket_is_overdue_from_the_moment_after_its_due_time_while_nobody_is_at_it(status):
    assert not rules.is_overdue(status, MOMENT, MOMENT)
    assert rules.is_overdue(status, MOMENT, MOMENT + INSTANT) == (status in ("new", "open", "on_hold"))


@pytest.mark.parametrize(("priority", "hours"), [("P0", 3), ("P1", 18), ("P2", 54), ("P3", 126)])
def test_three_quarters_of_the_time_pass_before_the_warning(priority, hours):
    assert rules.warning_at(priority, rules.due_at(priority, MOMENT)) == MOMENT + hours * HOUR


def test_a_priority_is_raised_by_one_step_up_to_the_highest():
    assert [rules.raised(priority) for priority in rules.PRIORITIES] == [None, "P0", "P1", "P2"]


@pytest.mark.parametrize(("hours", "rises"), [((1, 2, 3), True), ((1, 1), False), ((2, 1), False), ((5,), True)])
def test_the_times_of_levels_rise(hours, rises):
    assert rules.rise({level: each * HOUR for level, each in enumerate(hours, 1)}) == rises


def test_each_unit_is_as_long_as_it_is_called():
    assert [rules.after(unit, 2) for unit in ("minute", "hour", "day", "week")] == [
        timedelta(minutes=2), timedelta(hours=2), timedelta(days=2), timedelta(weeks=2)]


@pytest.mark.parametrize(("level", "passed", "is_to_go_up"), [
    (0, HOUR, False), (0, HOUR + INSTANT, True), (1, HOUR + INSTANT, False), (1, 2 * HOUR + INSTANT, True),
    (2, 99 * HOUR, False)])
def test_with_rules_each_level_has_its_own_time_whenever_the_ticket_is_due(level, passed, is_to_go_up):
    times = {1: HOUR, 2: 2 * HOUR}

    assert rules.is_to_escalate(level, MOMENT, MOMENT, times, MOMENT + passed) == is_to_go_up


@pytest.mark.parametrize(("level", "passed", "is_to_go_up"), [(0, timedelta(), False), (0, INSTANT, True), (1, HOUR, False)])
def test_without_rules_the_due_time_counts_once(level, passed, is_to_go_up):
    assert rules.is_to_escalate(level, MOMENT - 99 * HOUR, MOMENT, {}, MOMENT + passed) == is_to_go_up
