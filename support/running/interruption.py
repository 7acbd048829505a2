"""What an interruption means: while scenarios run, the end of the run; while it is wound up, nothing any more."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def interruptible(noted: Callable[[], None]) -> Iterator[None]:
    """A request to end the process ends the run like Ctrl-C does: with its clean-up and its reports.

    :param noted: called first: a clean-up that meets an error of its own makes that error out of the interruption.
    """
    def interrupt(number: int, frame: FrameType | None) -> None:
        noted()
        raise KeyboardInterrupt

    with _handled_by(interrupt):
        yield


@contextmanager
def heard_by(noted: Callable[[], None]) -> Iterator[None]:
    """Each request to end the process is noted, and interrupts nothing: for who waits for others that end then."""
    with _handled_by(lambda number, frame: noted()):
        yield


@contextmanager
def not_interrupted() -> Iterator[None]:
    """The run is being wound up, which takes a second or two: a further Ctrl-C would leave things behind."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def _handled_by(handler: object) -> Iterator[None]:
    before = {each: signal.signal(each, handler) for each in SIGNALS}
    try:
        yield
    finally:
        for each, former in before.items():
            signal.signal(each, former)
