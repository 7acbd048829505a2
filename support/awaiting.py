"""Waiting for what becomes true later: always with a deadline, never by sleeping a guessed time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from support.findings import Finding

Value = TypeVar("Value")
_FIRST_PAUSE = 0.01
_LONGEST_PAUSE = 0.25
_BACK_OFF = 1.5


def await_value(look: Callable[[], Value], fits: Callable[[Value], bool], *, within: float,
                words: Callable[[Value], str]) -> Value:
    """Look again, less and less often, until what is seen ``fits``; at least once, and once more at the deadline.

    :param words: turns what was last seen into the message of the failure.
    :raises Finding: when it does not fit within ``within`` seconds.
    """
    deadline = monotonic() + within
    pause = _FIRST_PAUSE
    idle = threading.Event()  # never set: waiting on it is the pause between two looks
    while True:
        last_look = monotonic() >= deadline
        seen = look()
        if fits(seen):
            return seen
        if last_look:
            raise Finding(f"{words(seen)} (waited {within:g} s)")
        idle.wait(min(pause, max(0.0, deadline - monotonic())))
        pause = min(pause * _BACK_OFF, _LONGEST_PAUSE)
