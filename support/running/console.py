"""The few lines that the run itself says, before and after those of the scenarios."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """One line, at once: somebody may be waiting for it."""
    print(line, flush=True)


def complain(line: str) -> None:
    """One line of what is wrong."""
    print(line, file=sys.stderr, flush=True)
