"""Several calls at the same moment, and many calls a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")
_FEW = 4  # so that an answer is looked at while the next ones are made; more would only wait for each other


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


def few_at_a_time(calls: Iterable[Callable[[], Result]]) -> list[Result]:
    """Run all ``calls``, where it is all the same which comes first; the results in the order of the calls.

    :raises Exception: the first that any call raised; those that have not begun by then are not made.
    """
    with ThreadPoolExecutor(_FEW) as threads:
        return list(threads.map(lambda call: call(), calls))
