"""The one place where the platform reads the time.

Its clock can be moved for a trial of the platform: a file says by how many seconds it is ahead. Limits of time on calls
and connections, signs of life and what is kept in Redis for a while do not follow it: they are measured, not dated. How
often somebody may call does (core.limits).
"""

from __future__ import annotations

import math
import os
from datetime import UTC, datetime, timedelta

from reference.core.settings import settings

LONGEST = 64  # bytes of the file that are looked at


def now() -> datetime:
    """The present moment, in UTC."""
    moment = unmoved()
    file = settings().clock_offset_file
    return moment + _offset(file) if file else moment


def unmoved() -> datetime:
    """The machine's own time, whatever a trial makes of it."""
    return datetime.now(UTC)


def _offset(file: str) -> timedelta:
    """What the file says, read anew each time (some microseconds); nothing where there is none, or no number in it."""
    try:
        opened = os.open(file, os.O_RDONLY)
    except OSError:
        return timedelta()
    try:
        seconds = float(os.read(opened, LONGEST))
        return timedelta(seconds=seconds) if math.isfinite(seconds) else timedelta()
    except (OSError, ValueError, OverflowError):
        return timedelta()
    finally:
        os.close(opened)


def text(moment: datetime) -> str:
    """A moment as it is answered: RFC 3339 in UTC with a trailing Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
