"""Locks in Redis: they keep verbs on one record apart. PostgreSQL has the last word; a lock only spares a fight."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reference.core.errors import Problem, unavailable
from reference.core.stores import RedisError, keys

LIFE_SECONDS = 10
RENEW_SECONDS = 3.0
WAIT_SECONDS = 2.0
POLL_SECONDS = 0.02

# Only the holder frees or prolongs: compared and done in one step.
FREE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
PROLONG = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('expire', KEYS[1], ARGV[2]) end return 0"


@contextmanager
def held(name: str, *, needed: bool) -> Iterator[None]:
    """Hold ``lock:<name>``. Busy for 2 s: 409. Redis down: 503 where the lock is ``needed``, else go on without."""
    key, token = f"lock:{name}", secrets.token_hex(16)
    try:
        _take(key, token)
    except RedisError:
        if needed:
            raise unavailable("redis") from None
        yield
        return
    released = threading.Event()
    threading.Thread(target=_renew, args=(key, token, released), daemon=True).start()
    try:
        yield
    finally:
        released.set()
        _quietly(FREE, key, token)


def _take(key: str, token: str) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not keys().set(key, token, nx=True, ex=LIFE_SECONDS):
        if time.monotonic() >= deadline:
            raise Problem(409, "Record is busy", "Somebody else is changing this record. Try again.")
        time.sleep(POLL_SECONDS)


def _renew(key: str, token: str, released: threading.Event) -> None:
    while not released.wait(RENEW_SECONDS):
        _quietly(PROLONG, key, token, str(LIFE_SECONDS))


def _quietly(script: str, key: str, *arguments: str) -> None:
    with suppress(RedisError):  # the lock ends by itself
        keys().eval(script, 1, key, *arguments)
