"""Proves, without writing a row, that the platform answers from the database that the suite was given."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from support.awaiting import looks
from support.drivers.database import Database

_SHORTEST_HOLD = 0.5  # seconds
_WAITERS = "SELECT count(*) FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"


def answers_wait_for(database: Database, ask: Callable[[], object], *, table: str = "tenants",
                     seconds: float = 5.0) -> bool:
    """Whether an answer of the platform waits while ``table`` of ``database`` is locked, and comes once it is not.

    A platform on another database answers at once, and nobody waits for the lock.

    :param ask: asks the platform something that it must look up in ``table`` (a sign-in at a tenant whose name is new
        at each call), and returns when it has the answer, whatever that is. Called three times, the last time in a
        thread of its own.
    :param seconds: how long each wait may take. The lock is held for half a second at least.
    """
    if database.value("SELECT to_regclass(:name)::text", name=table) is None:
        return False
    ask()  # what is built at a first call is not to be measured
    began = time.monotonic()
    ask()
    held = max(_SHORTEST_HOLD, 10 * (time.monotonic() - began))
    answered = threading.Event()

    def asking() -> None:
        try:
            ask()
        finally:
            answered.set()

    thread = threading.Thread(target=asking, name="same-database", daemon=True)
    with database.transaction():
        database.execute(f"SET LOCAL lock_timeout = {int(seconds * 1000)}")
        database.execute(f'LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE')
        thread.start()
        # A waiter alone may be anybody; an answer that does not come in ten times its time is the waiter's.
        waited = _somebody_waits(database, answered, seconds) and not answered.wait(held)
    return waited and answered.wait(seconds)


def _somebody_waits(database: Database, answered: threading.Event, seconds: float) -> bool:
    return any(database.value(_WAITERS) for _ in looks(seconds, shortest=0.001, longest=0.05, until=answered))
