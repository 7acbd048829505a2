"""The last line of a terminal while a run goes on: how far it is, what failed so far, what is left, what is in hand."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

REDRAWN_SECONDS = 1.0
_CLEARED = "\r\x1b[2K"


class Progress:
    """Draws the line again and again on ``stream``, which must be a terminal; ``close`` takes it away.

    Whoever writes above it does so within ``aside()``.
    """

    def __init__(self, stream: Any):
        self._stream = stream
        self._lock = threading.RLock()
        self._closed = threading.Event()
        self._ticking: threading.Thread | None = None
        self._began = monotonic()
        self._total = self._ended = self._failed = 0
        self._in_hand = ""

    def scenario_began(self, name: str, total: int) -> None:
        """A scenario is in hand, of ``total``."""
        with self._lock:
            if self._ticking is None:
                self._began = monotonic()
                self._ticking = threading.Thread(target=self._tick, name="progress", daemon=True)
                self._ticking.start()
            self._in_hand, self._total = name, total
            self._draw()

    def scenario_ended(self, failed: bool) -> None:
        """It is through."""
        with self._lock:
            self._ended += 1
            self._failed += failed
            self._in_hand = ""

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The line is away, and drawn again afterwards."""
        with self._lock:
            self._stream.write(_CLEARED)
            yield
            self._draw()

    def close(self) -> None:
        """The run is over: the line is taken away for good."""
        with self._lock:
            if not self._closed.is_set():
                self._closed.set()
                self._stream.write(_CLEARED)
                self._stream.flush()

    def text(self) -> str:
        """The line: ``12/59 · 1 failed · 0:34 · about 2:13 left · Title``."""
        seconds = monotonic() - self._began
        parts = [f"{self._ended}/{self._total}", f"{self._failed} failed", _minutes(seconds)]
        if self._ended:
            parts.append(f"about {_minutes(seconds / self._ended * (self._total - self._ended))} left")
        return " · ".join([*parts, *filter(None, [self._in_hand])])

    def _draw(self) -> None:
        if not self._closed.is_set() and self._ticking is not None:
            room = shutil.get_terminal_size().columns - 1
            text = self.text()
            self._stream.write(_CLEARED + (text if len(text) <= room else f"{text[:room - 1]}…"))
            self._stream.flush()

    def _tick(self) -> None:
        while not self._closed.wait(REDRAWN_SECONDS):
            with self._lock:
                self._draw()


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
