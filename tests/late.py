"""The reference platform, late: nothing of it is broken, and what may follow an answer takes its time.

Live updates, tasks and what is kept in Redis follow a commit, and nobody promises that they are there with the answer. On
a quiet machine they nearly always are, and a scenario may lean on that without knowing. Here each comes later by a chance
of its own. Started as ``python -m tests.late …``; ``behave -D pace=late`` runs features against it.
"""

from __future__ import annotations

import random
import time
from typing import Any

from reference.core import outbox
from reference.core.tasks import TenantTask
from tests.broken._starting import replace, start

DELIVERED_LATER = (0.0, 0.2, 0.4)  # seconds, one of them each time
BEGUN_LATER = (0.0, 0.3, 0.6)

_something_waits, _call = outbox._something_waits, TenantTask.__call__


def something_waits() -> bool:
    """As the relay asks it, which delivers then."""
    found = _something_waits()
    if found:
        time.sleep(random.choice(DELIVERED_LATER))
    return found


def call(task: TenantTask, *arguments: Any, **named: Any) -> Any:
    """As the worker begins a task."""
    time.sleep(random.choice(BEGUN_LATER))
    return _call(task, *arguments, **named)


if __name__ == "__main__":
    replace(outbox, "_something_waits", something_waits)
    replace(TenantTask, "__call__", call)
    start()
