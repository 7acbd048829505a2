"""Work that lets others go first: whoever waits for a platform to boot should not keep it from its processors."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_NICER_BY = 10

Result = TypeVar("Result")


def stepping_back(work: Callable[[], Result]) -> Result:
    """Do ``work`` on a thread of lower priority, and wait for it; answers or raises what it does.

    Threads that it starts would have that priority for ever: it may start none. Where threads have no priority of their
    own (all but Linux) it is done as ever.
    """
    if not sys.platform.startswith("linux"):
        return work()
    with ThreadPoolExecutor(1, thread_name_prefix="stepping back", initializer=_step_back) as thread:
        return thread.submit(work).result()


def _step_back() -> None:
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), os.getpriority(os.PRIO_PROCESS, 0) + _NICER_BY)
