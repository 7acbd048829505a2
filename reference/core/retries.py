"""How a task that failed is tried again: how often, and after which waits."""

from __future__ import annotations

import random
from typing import NoReturn

from celery import Task

from reference.core.outside import LEFT_ALONE_SECONDS, Trouble
from reference.core.settings import settings

RETRIES = 3

# queue -> seconds before the first retry, which double with each, and the most
WAITS = {"critical": (30, 300), "high": (60, 600), "email": (120, 1800), "reports": (180, 1800), "default": (60, 600),
         "external": (300, 3600), "maintenance": (3600, 3600), "bulk": (60, 600)}


def wait_seconds(queue: str, number: int) -> float:
    """How long to wait before the retry of this number, from 1: never the same for many that failed together."""
    base, most = WAITS[queue]
    return min(most, base * 2 ** (number - 1)) * random.uniform(0.5, 1.0) * settings().retry_pace


def put_off(task: Task, error: Trouble) -> NoReturn:
    """Have this attempt made when whom it asks may be asked again: as if it had not begun."""
    task.request.retries -= 1
    raise task.retry(exc=error, countdown=LEFT_ALONE_SECONDS * settings().retry_pace, max_retries=None)


def try_again(task: Task, queue: str, error: Exception) -> NoReturn:
    """End this attempt and have the next one made; raises ``error`` where it was the last."""
    raise task.retry(exc=error, countdown=wait_seconds(queue, task.request.retries + 1), max_retries=RETRIES)
