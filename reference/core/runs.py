"""Long work that one process at a time does, and that another one goes on with when that process is gone.

Who does it holds an advisory lock of the database, which its death frees.
"""

from __future__ import annotations

import logging
import mmap
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from celery.signals import worker_shutting_down
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from reference.core import database
from reference.core.database import TenantSession, is_unavailable
from reference.core.errors import Problem

LOOK_SECONDS = 0.25  # how often who waits looks whether the work is still wanted
TURN_SECONDS = 1200.0  # long work is handed back to the queue, well before its task is over its time
MOST_BROKEN_RUNS = 3  # in a row; then the work has failed
WAIT_AFTER_A_BROKEN_RUN = 0.5
log = logging.getLogger(__name__)

# One byte that a worker shares with its processes: not zero while it is shutting down.
_shutting_down = mmap.mmap(-1, 1)


@worker_shutting_down.connect
def _tell_processes(**_: object) -> None:
    _shutting_down[0] = 1


@dataclass(frozen=True)
class Locks:
    """The locks of one kind of work: each is named by the kind's number, and by another one made from a record's id."""

    kind: int

    def is_held(self, session: TenantSession, record_id: UUID) -> bool:
        """Whether a living process does this work."""
        return not session.connection().execute(text("SELECT pg_try_advisory_xact_lock(:first, :second)"),
                                                self._keys(record_id)).scalar_one()

    @contextmanager
    def held(self, record_id: UUID) -> Iterator[bool]:
        """Be the only one who does it, on a connection of its own; False where there is one already."""
        with database.engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            is_only = connection.execute(text("SELECT pg_try_advisory_lock(:first, :second)"),
                                         self._keys(record_id)).scalar_one()
            try:
                yield is_only
            finally:
                if is_only:
                    connection.execute(text("SELECT pg_advisory_unlock(:first, :second)"), self._keys(record_id))

    def _keys(self, record_id: UUID) -> dict[str, int]:
        return {"first": self.kind, "second": int.from_bytes(record_id.bytes[:4], signed=True)}


class Turn:
    """How long one process goes on with long work."""

    def __init__(self) -> None:
        self._ends_at = time.monotonic() + TURN_SECONDS

    def is_over(self) -> bool:
        """Whether somebody else is to go on with it."""
        return bool(_shutting_down[0]) or time.monotonic() > self._ends_at


def is_outage(error: Exception) -> bool:
    """Whether the database is away: then nothing is wrong with the work."""
    return isinstance(error, SQLAlchemyError) and is_unavailable(error)


def is_untold(error: Exception) -> bool:
    """Whether the audit trail could not be written: what was done is done again when it can."""
    return isinstance(error, Problem) and error.status == 503


def look_at_each(found: Iterable[tuple[UUID, UUID]], look: Callable[[TenantSession, UUID], None], trouble: str) -> None:
    """Look at each record, named by its tenant's id and its own, in a transaction of its own.

    What goes wrong with one is logged as ``trouble``, with its id, and the others are looked at; an outage ends it.
    """
    for tenant_id, record_id in found:
        try:
            with database.transaction(tenant_id) as session:
                look(session, record_id)
        except Exception as error:
            if is_outage(error):
                raise
            log.exception(trouble, record_id)
