"""The two Redis databases: the platform's own keys, and the task queue. Calls give up within a second."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from redis import Redis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from reference.core.settings import settings

__all__ = ["RedisError", "forget_connections", "keys", "options", "options_async", "queue", "queue_is_up"]


def options() -> dict[str, Any]:
    """One more try for a connection that was dropped meanwhile, and no long waiting."""
    return {"socket_connect_timeout": 0.5, "socket_timeout": 0.8, "decode_responses": True,
            "retry": Retry(NoBackoff(), 1)}


def options_async() -> dict[str, Any]:
    """The same for the asynchronous client."""
    return {"socket_connect_timeout": 0.5, "socket_timeout": 0.8, "decode_responses": True,
            "retry": AsyncRetry(NoBackoff(), 1)}


@lru_cache(maxsize=1)
def keys() -> Redis:
    """The platform's keys: ``cache:``, ``lock:``, ``rate:``, and the channels ``events:<tenant_id>``."""
    return Redis.from_url(settings().redis_url, **options())


@lru_cache(maxsize=1)
def queue() -> Redis:
    """The task queue's database."""
    return Redis.from_url(settings().broker_url, **options())


def forget_connections() -> None:
    """After a fork: the parent's connections are not ours."""
    keys.cache_clear()
    queue.cache_clear()


def queue_is_up() -> bool:
    try:
        return bool(queue().ping())
    except RedisError:
        return False
