"""Waiting for what becomes true later: always with a deadline, never by sleeping a guessed time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TypeVar

from support.findings import Finding

Value = TypeVar("Value")
_BACK_OFF = 1.5


def looks(within: float, *, shortest: float = 0.01, longest: float = 0.25,
          until: threading.Event | None = None) -> Iterator[int]:
    """The numbers of the looks to take: the first at once, then less and less often, the last at the deadline.

    ``for _ in looks(5): if <it is true>: return …`` comes to its end when it never became true.

    :param within: seconds until the deadline; 0 means one look.
    :param shortest: seconds of the first pause between two looks; ``longest``: of the last ones.
    :param until: ends pause and looks as soon as it is set.
    """
    deadline = monotonic() + within
    pause, number = shortest, 0
    pausing = until or threading.Event()  # one of our own is never set: waiting on it is the pause
    while True:
        last = monotonic() >= deadline
        yield number
        if last or pausing.wait(min(pause, max(0.0, deadline - monotonic()))):
            return
        pause, number = min(pause * _BACK_OFF, longest), number + 1


def await_value(look: Callable[[], Value], fits: Callable[[Value], bool], *, within: float,
                words: Callable[[Value], str]) -> Value:
    """Look again, less and less often, until what is seen ``fits``; at least once, and once more at the deadline.

    :param words: turns what was last seen into the message of the failure.
    :raises Finding: when it does not fit within ``within`` seconds.
    """
    for _ in looks(within):
        seen = look()
        if fits(seen):
            return seen
    raise Finding(f"{words(seen)} (waited {within:g} s)")
