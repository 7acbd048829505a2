"""What was exchanged with the target while a scenario ran: the record that a report shows under each step."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from support import wall_clock
from support.reporting.masking import Mask

LONGEST = 20_000  # characters of one record; what is longer is cut, and says so


@dataclass(frozen=True)
class Exhibit:
    """One thing that happened, as it may be shown: already masked."""

    kind: str  # "http", "websocket", "sql", "redis", "queue", "mail", "stand-in", "log", "rows", "note"
    title: str  # "POST /api/v2/missions/…/start -> 200 (12 ms)"
    text: str  # the whole of it: request and answer, frames, statement and rows
    at: datetime
    milliseconds: float | None = None


@dataclass
class Evidence:
    """Collects the exhibits of one scenario, in order, from any thread.

    ``take_new`` gives those since it was last asked: the formatter attaches them to the step in hand.
    """

    mask: Mask
    exhibits: list[Exhibit] = field(default_factory=list)
    _taken: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def record(self, kind: str, title: str, text: str, milliseconds: float | None = None) -> None:
        """Keep one exhibit, masked and then cut to ``LONGEST`` characters: half a secret would not be known as one."""
        text = self.mask(text)
        if len(text) > LONGEST:
            text = f"{text[:LONGEST]}\n… cut here: {len(text) - LONGEST} characters more"
        exhibit = Exhibit(kind, self.mask(title), text, wall_clock.read(), milliseconds)
        with self._lock:
            self.exhibits.append(exhibit)

    def take_new(self) -> list[Exhibit]:
        """The exhibits that were not taken yet."""
        with self._lock:
            new = self.exhibits[self._taken:]
            self._taken = len(self.exhibits)
        return new
