"""What was exchanged with the target while a scenario ran: the record that a report shows under each step."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from support import wall_clock
from support.reporting.masking import Mask

LONGEST = 20_000  # characters of one record; what is longer is cut, and says so
_MASKED_AT_MOST = 3 * LONGEST  # of a longer text: no secret is so long that only a part of it would be known by then


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
        exhibit = Exhibit(kind, self.mask(title), self._masked_and_cut(text), wall_clock.read(), milliseconds)
        with self._lock:
            self.exhibits.append(exhibit)

    def _masked_and_cut(self, text: str) -> str:
        masked = self.mask(text[:_MASKED_AT_MOST])
        if len(text) > _MASKED_AT_MOST:
            if len(masked) < 2 * LONGEST:  # it was full of secrets: what is shown may end where the last of them was cut
                masked = self.mask(text)
            else:
                masked += text[_MASKED_AT_MOST:]  # is counted, and not shown
        if len(masked) > LONGEST:
            return f"{masked[:LONGEST]}\n… cut here: {len(masked) - LONGEST} characters more"
        return masked

    def take_new(self) -> list[Exhibit]:
        """The exhibits that were not taken yet."""
        with self._lock:
            new = self.exhibits[self._taken:]
            self._taken = len(self.exhibits)
        return new
