"""The few lines that the run itself says, before and after those of the scenarios."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from support.reporting.masked_stream import MaskedStream
from support.reporting.masking import Mask


def say(line: str) -> None:
    """One line, at once: somebody may be waiting for it."""
    print(line, flush=True)


def complain(line: str) -> None:
    """One line of what is wrong."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def masked_console(mask: Mask) -> Iterator[None]:
    """Whatever anybody prints meanwhile is masked: behave prints the errors of hooks itself, and libraries print too."""
    with redirect_stdout(MaskedStream(sys.stdout, mask)), redirect_stderr(MaskedStream(sys.stderr, mask)):
        try:
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
