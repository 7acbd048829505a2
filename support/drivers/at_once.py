"""Several calls at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")


def at_once(calls: list[Callable[[], Result]]) -> list[Result]:
    """Run all ``calls`` in threads that start together; the results in the order of the calls.

    :raises Exception: the first that any call raised, after all have ended.
    """
    together = Barrier(len(calls))

    def call_when_all_are_here(call: Callable[[], Result]) -> Result:
        together.wait(timeout=30)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        futures = [threads.submit(call_when_all_are_here, call) for call in calls]
    return [future.result() for future in futures]
