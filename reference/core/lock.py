"""Locks in Redis: they keep verbs on one record apart. PostgreSQL has the last word; a lock only spares a fight."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from redis.lock import Lock

from reference.core.errors import Problem, unavailable
from reference.core.stores import RedisError, keys

LIFE_SECONDS = 10
RENEW_SECONDS = 3.0
WAIT_SECONDS = 2.0
POLL_SECONDS = 0.02


@contextmanager
def held(name: str, *, needed: bool, wait_seconds: float = WAIT_SECONDS, busy: str = "Record is busy") -> Iterator[None]:
    """Hold ``lock:<name>``. Busy for 2 s: 409. Redis down: 503 where the lock is ``needed``, else go on without."""
    lock = keys().lock(f"lock:{name}", timeout=LIFE_SECONDS, sleep=POLL_SECONDS, blocking_timeout=wait_seconds,
                       thread_local=False)
    try:
        is_taken = lock.acquire(token=secrets.token_hex(16))
    except RedisError:
        if needed:
            raise unavailable("redis") from None
        yield
        return
    if not is_taken:
        raise Problem(409, busy, "Somebody else is changing this record. Try again.")
    released = threading.Event()
    threading.Thread(target=_renew, args=(lock, released), daemon=True).start()
    try:
        yield
    finally:
        released.set()
        with suppress(RedisError):  # it ends by itself
            lock.release()


def _renew(lock: Lock, released: threading.Event) -> None:
    while not released.wait(RENEW_SECONDS):
        with suppress(RedisError):
            lock.reacquire()
