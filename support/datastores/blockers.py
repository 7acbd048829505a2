"""Who holds up a clean-up: sessions with an open transaction, named so that a person finds them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import ProgrammingError

from support.drivers.database import Database
from support.reporting.masking import Mask

_LONGEST_QUERY = 200  # characters

_SESSIONS = """
SELECT a.pid, a.application_name AS application, a.usename AS role, a.state, a.query, a.xact_start AS since,
       extract(epoch FROM clock_timestamp() - a.xact_start)::float AS seconds
  FROM pg_stat_activity a WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND {condition}
 ORDER BY a.xact_start"""

# One who waits for the strongest lock holds up everybody after him as much as one who has it.
_HOLDS_A_LOCK = """a.xact_start < clock_timestamp() - make_interval(secs => :seconds) AND EXISTS (
  WITH RECURSIVE ours AS (SELECT unnest(CAST(:tables AS bigint[]))::oid AS oid
                          UNION SELECT i.inhrelid FROM pg_inherits i JOIN ours ON i.inhparent = ours.oid),
       locked AS (SELECT oid FROM ours UNION SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM ours)
                  UNION SELECT oid FROM pg_class WHERE relkind = 'S')
  SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.relation IN (SELECT oid FROM locked)
     AND (l.mode = 'AccessExclusiveLock' OR l.granted AND ({harm})))"""

# What keeps us from it, beside a lock that keeps us from everything.
_HARM = {"reading": "false", "deleting": "l.mode <> 'AccessShareLock'", "truncating": "true"}


@dataclass(frozen=True)
class Session:
    """One connection to the database and the transaction that it keeps open."""

    pid: int
    application: str
    role: str
    state: str  # "idle in transaction", "active" …
    query: str  # the last statement, masked
    since: datetime | None
    seconds: float

    def __str__(self) -> str:
        since = f" since {self.since:%H:%M:%S} UTC ({self.seconds:.1f} s)" if self.since else ""
        who = f"session {self.pid} ({self.application or 'unnamed'}, role {self.role})"
        return f"{who}, {self.state}{since}: {self.query}"


def sessions_with(database: Database, pids: Collection[int]) -> list[Session]:
    """The sessions of these process ids that are still there."""
    return _sessions(database, "a.pid = ANY(:pids)", pids=list(pids))


def in_the_way(database: Database, tables: Collection[int], seconds: float, of: str) -> list[Session]:
    """Sessions with a lock on one of ``tables`` (object ids) or a sequence, whose transaction is older than ``seconds``.

    :param of: what could not be done: ``reading``, ``deleting`` or ``truncating`` (one who has only read stops a
        TRUNCATE and no DELETE).
    """
    return _sessions(database, _HOLDS_A_LOCK.format(harm=_HARM[of]), tables=list(tables), seconds=seconds)


def end_sessions(database: Database, sessions: Collection[Session]) -> list[int]:
    """End these connections, as far as the role may: the process ids of those that are gone."""
    ended = []
    for session in sessions:
        try:
            if database.value("SELECT pg_terminate_backend(:pid, 2000)", pid=session.pid):
                ended.append(session.pid)
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", None) != "42501":  # another role's session stays: the caller says so
                raise
    return ended


def _sessions(database: Database, condition: str, **parameters: object) -> list[Session]:
    mask = Mask()
    found = []
    for row in database.rows(_SESSIONS.format(condition=condition), **parameters):
        query = mask(re.sub(r"\s+", " ", row.pop("query") or "").strip())
        found.append(Session(query=query[:_LONGEST_QUERY], **{**row, "seconds": row["seconds"] or 0.0,
                                                              "application": row["application"] or "",
                                                              "role": row["role"] or "", "state": row["state"] or ""}))
    return found
