"""Moves the platform's clock: a file says by how many seconds it is ahead of the machine's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from support import wall_clock
from support.reporting.evidence import Evidence


class Clock:
    """The clock of one platform. ``file`` is where that platform looks; nothing is there while its clock is right.

    ``await_look(since)`` waits for what must see the clock move: until it is there, and has looked ``since`` (in seconds of
    the epoch) and found nothing due any more.
    """

    def __init__(self, file: Path, evidence_of: Callable[[], Evidence | None] = lambda: None,
                 await_look: Callable[[float], None] = lambda since: None):
        self._file = file
        self._await_look = await_look
        self._evidence_of = evidence_of
        self._ahead = timedelta()
        self._set_at = self._put_back_at = 0.0

    @property
    def ahead(self) -> timedelta:
        """By how much it was moved."""
        return self._ahead

    def now(self) -> datetime:
        """The present moment as the platform sees it, in UTC."""
        return wall_clock.read() + self._ahead

    def move(self, by: timedelta) -> None:
        """Move it further ahead, or back where ``by`` is negative. All the platform's processes see it at once."""
        self._await_look(self._put_back_at)
        self._ahead += by
        # Renamed into place: nobody ever reads half a number.
        written = self._file.with_name(f"{self._file.name}.new")
        written.write_text(f"{self._ahead.total_seconds():.6f}\n")
        written.replace(self._file)
        self._set_at = wall_clock.read().timestamp()
        self._record(f"the platform's clock was moved by {by}")

    def await_seen(self) -> None:
        """Wait until what it made due is begun."""
        self._await_look(self._set_at)

    def put_back(self) -> None:
        """Let it be right again. May be called again."""
        if not self._ahead:
            return
        self._ahead = timedelta()
        self._file.unlink(missing_ok=True)
        self._set_at = self._put_back_at = wall_clock.read().timestamp()
        self._record("the platform's clock was put back")

    def _record(self, words: str) -> None:
        evidence = self._evidence_of()
        if evidence is not None:
            evidence.record("note", words, f"it shows {self.now():%Y-%m-%d %H:%M:%S} UTC")
