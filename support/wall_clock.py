"""The machine's clock as people read it. It can be set while a run goes on; whatever is measured uses the monotonic one."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

TOLERANCE_SECONDS = 2.0  # a clock that is kept right by small steps is no clock that jumps


def read() -> datetime:
    """The present time. Whoever wants to see a clock that jumps puts another function in its place."""
    return datetime.now(UTC)


class ClockWatch:
    """Notices that the machine's clock was set: it moved by more or less than the time that passed."""

    def __init__(self) -> None:
        self._ahead = _ahead()

    def jumped_by(self) -> float:
        """The seconds that it jumped since this was last asked, ahead or back (negative); 0 when it did not."""
        before, self._ahead = self._ahead, _ahead()
        jump = self._ahead - before
        return jump if abs(jump) > TOLERANCE_SECONDS else 0.0


def jump_in_words(seconds: float, during: str) -> str:
    """``the machine's clock jumped ahead by 3600.0 s during “Title”: …``"""
    way = "ahead" if seconds > 0 else "back"
    return (f"the machine's clock jumped {way} by {abs(seconds):.1f} s during {during}: results that compare times are "
            "doubtful")


def _ahead() -> float:
    return read().timestamp() - monotonic()
