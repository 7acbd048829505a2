"""Stops a scenario that takes longer than it may."""

from __future__ import annotations

import signal
import threading
from time import monotonic
from types import FrameType


class TimeLimitReached(Exception):
    """Raised inside whatever step the scenario was at."""


class TimeLimit:
    """The time that one scenario has for its steps. Clean-up is not limited: it must come to its end.

    The alarm can interrupt nothing but the scenario's own work: one that comes between two steps waits for the next. Where
    there is no such signal (Windows), there is no limit. There is one alarm: only the limit of the scenario in hand is set.
    """

    _is_heard = False  # whether somebody listens to the alarm: from the first scenario on, until the run is over
    _of_the_one_in_hand: TimeLimit | None = None

    def __init__(self, seconds: float):
        self.seconds = seconds
        self.reached = False
        self._deadline = monotonic() + seconds
        self._usable = hasattr(signal, "SIGALRM") and threading.current_thread() is threading.main_thread()
        self._is_set = self._is_in_step = self._is_late = False

    @property
    def words(self) -> str:
        return f"longer than {self.seconds:g} s"

    def begin_step(self) -> None:
        """From here on the scenario may be stopped."""
        self._is_in_step = True
        if not self._usable or (self._is_set and not self._is_late):
            return
        TimeLimit._of_the_one_in_hand, self._is_set = self, True
        if not TimeLimit._is_heard:
            signal.signal(signal.SIGALRM, _ring)
            TimeLimit._is_heard = True
        signal.setitimer(signal.ITIMER_REAL, max(0.001, self._deadline - monotonic()))

    def end_step(self) -> None:
        """From here on it may not."""
        self._is_in_step = False

    def end(self) -> None:
        """No further step comes."""
        if self._is_set:
            signal.setitimer(signal.ITIMER_REAL, 0)
            self._is_set = False

    def stop(self) -> None:
        """The time is over."""
        if not self._is_set:
            return  # the alarm was on its way
        if not self._is_in_step:
            self._is_late = True
            return
        self.reached = True
        raise TimeLimitReached(f"{self.words}: stopped here")


def _ring(_number: int, _frame: FrameType | None) -> None:
    TimeLimit._of_the_one_in_hand.stop()
