"""What a process loads stays until it ends: Python need not look for garbage in it, neither meanwhile nor later."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def begin() -> None:
    """From here on is made what stays. Looking for garbage meanwhile would take a fifth of the time."""
    gc.disable()


def is_over() -> None:
    """All is made. Nothing of it is looked at again, and a process that is forked from this one shares it."""
    gc.freeze()
    gc.enable()


def records_are_known() -> None:
    """All records of this process are loaded: find out now how they hang together, else whoever comes first waits for it,
    in each process that is forked from this one."""
    from sqlalchemy.orm import configure_mappers

    configure_mappers()


@contextmanager
def of_what_stays() -> Iterator[None]:
    """Around the making of something that stays, be it while calls are served."""
    begin()
    try:
        yield
    finally:
        is_over()
