"""The two Redis databases: the platform's own keys, and the task queue. Calls give up within a second."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Any

from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, RedisError, TimeoutError
from redis.retry import Retry

from reference.core.settings import settings

__all__ = ["LOOK_CHANNEL", "RedisError", "forget_connections", "keys", "keys_for_loop", "queue_is_up"]

LOOK_CHANNEL = "sockets:look"  # each gateway looks at its sockets when something is said here
_OPTIONS = {"socket_connect_timeout": 0.5, "socket_timeout": 0.8, "decode_responses": True}
_TRIES_AGAIN = 1  # for a connection that was dropped meanwhile
SILENT_SECONDS = 1.0


class _Impatient(Redis):
    """Who was silent once is not asked for a while: each further question of a call would wait as long as the first."""

    _silent_until = 0.0

    def execute_command(self, *arguments: Any, **options: Any) -> Any:
        if time.monotonic() < self._silent_until:
            raise TimeoutError("it was silent a moment ago")
        try:
            return super().execute_command(*arguments, **options)
        except TimeoutError:
            self._silent_until = time.monotonic() + SILENT_SECONDS
            raise


def _open(address: str) -> Redis:
    return _Impatient.from_url(address, retry=Retry(NoBackoff(), _TRIES_AGAIN, supported_errors=(ConnectionError,)),
                               **_OPTIONS)


@lru_cache(maxsize=1)
def keys() -> Redis:
    """The platform's keys: ``cache:``, ``lock:``, ``rate:``, and the channels ``events:<tenant_id>``."""
    return _open(settings().redis_url)


def keys_for_loop() -> AsyncRedis:
    """The same for the running event loop; the caller closes it."""
    return AsyncRedis.from_url(settings().redis_url, retry=AsyncRetry(NoBackoff(), _TRIES_AGAIN), **_OPTIONS)


@lru_cache(maxsize=1)
def _queue() -> Redis:
    return _open(settings().broker_url)


def forget_connections() -> None:
    """After a fork: the parent's connections are not ours."""
    keys.cache_clear()
    _queue.cache_clear()


def queue_is_up() -> bool:
    try:
        return bool(_queue().ping())
    except RedisError:
        return False
