"""The rules of tickets, apart from HTTP and SQL: states, priorities, due times, escalation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

TRANSITIONS: dict[str, tuple[str, ...]] = {
    "new": ("open", "in_progress", "cancelled"),
    "open": ("in_progress", "resolved", "on_hold", "cancelled"),
    "in_progress": ("resolved", "on_hold", "open", "cancelled"),
    "on_hold": ("open", "in_progress", "resolved", "cancelled"),
    "resolved": ("closed", "open"),
    "closed": (),
    "cancelled": (),
}
STATUSES = tuple(TRANSITIONS)
FINAL = tuple(status for status, following in TRANSITIONS.items() if not following)
WAITING = ("new", "open", "on_hold")  # nobody is at it: it can be overdue, and is escalated
UNFINISHED = (*WAITING, "in_progress")
WITH_COMMENT = ("resolved", "closed", "cancelled")

DUE_AFTER = {"P0": timedelta(hours=4), "P1": timedelta(hours=24), "P2": timedelta(hours=72), "P3": timedelta(hours=168)}
PRIORITIES = tuple(DUE_AFTER)
WARNED_AFTER = 0.75  # of the time to the due time

UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
HIGHEST_LEVEL = 9


def number(count: int) -> str:
    return f"TKT-{count:05}"


def due_at(priority: str, moment: datetime) -> datetime:
    """When a ticket is due that got its priority at this moment."""
    return moment + DUE_AFTER[priority]


def is_overdue(status: str, due: datetime, moment: datetime) -> bool:
    return status in WAITING and moment > due


def warning_at(priority: str, due: datetime) -> datetime:
    """From when on somebody is to be warned that a ticket will be due."""
    return due - DUE_AFTER[priority] * (1 - WARNED_AFTER)


def raised(priority: str) -> str | None:
    """The priority one step up; None at the highest."""
    place = PRIORITIES.index(priority)
    return PRIORITIES[place - 1] if place else None


def is_settling(status: str, to: str) -> bool:
    """Whether the move is for a ticket's reporter and those above alone: it ends the ticket, or takes it up again."""
    return to in FINAL or (status, to) == ("resolved", "open")


def after(unit: str, value: int) -> timedelta:
    """The time that an escalation rule names."""
    return UNITS[unit] * value


def rise(times: Mapping[int, timedelta]) -> bool:
    """Whether each level's time is longer than that of the level before."""
    in_order = [times[level] for level in sorted(times)]
    return all(earlier < later for earlier, later in pairwise(in_order))


def is_to_escalate(level: int, created_at: datetime, due: datetime, times: Mapping[int, timedelta],
                   moment: datetime) -> bool:
    """Whether a waiting ticket goes up one level now. ``times`` are its category's, by level; none: its due time counts."""
    if times:
        return level + 1 in times and moment > created_at + times[level + 1]
    return level == 0 and moment > due
