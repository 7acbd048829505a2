"""Something that may be done only so often: whoever comes too early waits."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from time import monotonic


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


class Pace:
    """At most ``most`` times in any ``seconds``. For all threads together."""

    def __init__(self, most: int, seconds: float, now: Callable[[], float] = monotonic,
                 wait: Callable[[float], None] = _wait):
        self._seconds, self._now, self._wait = seconds, now, wait
        self._latest: deque[float] = deque(maxlen=most)
        self._lock = threading.Lock()

    def keep(self) -> None:
        """Come back when it may be done once more, and count that."""
        with self._lock:
            if len(self._latest) == self._latest.maxlen:
                self._wait(max(0.0, self._latest[0] + self._seconds - self._now()))
            self._latest.append(self._now())
