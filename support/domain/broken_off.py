"""Calls that the database breaks off in the middle: the connection that does the work is ended, as by a failing server."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.outcomes import Outcome

if TYPE_CHECKING:
    from support.world import World

# What is stored with a registration, in the words of a feature -> the table in which.
STORED = {"the tenant": "tenants", "its first rules": "knowledge_rules", "the administrator": "people",
          "the sign-in": "sessions", "the token": "refresh_tokens", "what the trail tells of it": "audit_events"}

_WAITING = """SELECT array_agg(pid) FROM pg_locks WHERE NOT granted AND relation = CAST(:held AS regclass)"""


class BrokenOff:
    """Lets a call come as far as one table, and there breaks it off."""

    def __init__(self, world: World):
        self._world = world

    def during(self, table: str, call: Callable[[], Outcome], *, mode: str = "EXCLUSIVE") -> Outcome:
        """The outcome of a call whose connection to the database is ended when it comes to this table.

        The table is locked before: whoever comes to it waits, and so is known.
        """
        from support.drivers.database import Database  # with all that it needs: only where it is

        database, holder = self._world.database, Database(self._world.database.url.render_as_string(hide_password=False))
        try:
            holder.script(f'BEGIN; LOCK TABLE "{table}" IN {mode} MODE')
            with ThreadPoolExecutor(1) as thread:
                called = thread.submit(call)
                try:
                    waiting = await_value(lambda: database.value(_WAITING, held=table) or [], bool,
                                          within=self._world.await_seconds, words=lambda _: f"nothing came to {table}")
                    for process in waiting:
                        database.execute("SELECT pg_terminate_backend(:process)", process=process)
                finally:
                    holder.script("ROLLBACK")
                return called.result()
        finally:
            holder.close()
