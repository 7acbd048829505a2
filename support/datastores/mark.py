"""The mark that says "this datastore may be emptied": written and removed by command only, read by the guard.

On a database it is a line of the database's comment, and names the database: a copy under another name, or a renamed
one, carries a mark that no longer fits. Where the role may read which server it is, a second line names that: a copy
on another server carries a mark that no longer fits either. In each number of Redis it is a key that holds the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from support.drivers.cache import Cache
from support.drivers.database import Database

MARK_KEY = "muster:mark"

_LINE = re.compile(r"^muster: may be emptied \((?P<name>.*)\)$")
_TABLES_LINE = re.compile(r"^muster: and these tables too: (?P<names>.*)$")

_SERVER_LINE = re.compile(r"^muster: on the server (?P<number>\d+)$")

_COMMENT = """SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database
 WHERE datname = current_database()"""
_WHO = """SELECT d.datname::text, shobj_description(d.oid, 'pg_database'),
 has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
  FROM pg_database d WHERE d.datname = current_database()"""
_SERVER = "SELECT system_identifier::text FROM pg_catalog.pg_control_system()"


@dataclass(frozen=True)
class Mark:
    """What a database's comment says to Muster."""

    name: str | None  # the database that may be emptied; None: no mark
    tables: frozenset[str] = frozenset()  # schema.name: not told by the platform's rule, and named by a person
    server: str = ""  # the system identifier of the server that it was written on; empty: could not be read there


@dataclass(frozen=True)
class Identity:
    """Where a connection leads: the database, the server's system identifier (empty: not readable), the mark."""

    database: str
    server: str
    mark: Mark


def read_identity(database: Database) -> Identity:
    """What is at the other end of the connection, as it says itself."""
    ((name, comment, readable),) = database.prepared(_WHO)
    server = database.prepared(_SERVER)[0][0] if readable else ""
    return Identity(name, server, _mark_in(comment))


def read_mark(database: Database) -> Mark:
    """The mark of the database."""
    return _mark_in(database.value(_COMMENT))


def _mark_in(comment: str | None) -> Mark:
    lines = (comment or "").splitlines()
    names = [found["name"] for line in lines if (found := _LINE.match(line.strip()))]
    tables = [found["names"] for line in lines if (found := _TABLES_LINE.match(line.strip()))]
    listed = frozenset(name.strip() for part in tables for name in part.split(",") if name.strip())
    servers = [found["number"] for line in lines if (found := _SERVER_LINE.match(line.strip()))]
    return Mark(names[0] if len(names) == 1 else " and ".join(names) or None, listed, " and ".join(servers))


def write_mark(database: Database, mark: Mark) -> None:
    """Write or (with no name) remove the mark; every other line of the comment stays.

    :raises sqlalchemy.exc.ProgrammingError: when the role may not comment on the database (only its owner may).
    """
    kept = [line for line in (database.value(_COMMENT) or "").splitlines()
            if not any(ours.match(line.strip()) for ours in (_LINE, _TABLES_LINE, _SERVER_LINE))]
    if mark.name is not None:
        kept.append(f"muster: may be emptied ({mark.name})")
        if mark.server:
            kept.append(f"muster: on the server {mark.server}")
        if mark.tables:
            kept.append(f"muster: and these tables too: {', '.join(sorted(mark.tables))}")
    statement = database.value("SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), "
                               "nullif(CAST(:comment AS text), ''))", comment="\n".join(kept))
    database.execute(statement.replace(":", r"\:"))


def read_key(cache: Cache) -> str | None:
    """The name of the database that this number of Redis belongs to, or None."""
    return cache.get(MARK_KEY)


def write_key(cache: Cache, name: str | None) -> None:
    """Write or (with None) remove the key."""
    if name is None:
        cache.delete(MARK_KEY)
    else:
        cache.set(MARK_KEY, name)
