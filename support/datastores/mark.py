"""The mark that says "this datastore may be emptied": written and removed by command only, read by the guard.

On a database it is a line of the database's comment, and names the database: a copy under another name, or a renamed
one, carries a mark that no longer fits. In each number of Redis it is a key that holds the same name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from support.drivers.cache import Cache
from support.drivers.database import Database

MARK_KEY = "muster:mark"

_LINE = re.compile(r"^muster: may be emptied \((?P<name>.*)\)$")
_TABLES_LINE = re.compile(r"^muster: and these tables too: (?P<names>.*)$")

_COMMENT = """SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database
 WHERE datname = current_database()"""


@dataclass(frozen=True)
class Mark:
    """What a database's comment says to Muster."""

    name: str | None  # the database that may be emptied; None: no mark
    tables: frozenset[str] = frozenset()  # schema.name: not told by the platform's rule, and named by a person


def read_mark(database: Database) -> Mark:
    """The mark of the database."""
    lines = (database.value(_COMMENT) or "").splitlines()
    names = [found["name"] for line in lines if (found := _LINE.match(line.strip()))]
    tables = [found["names"] for line in lines if (found := _TABLES_LINE.match(line.strip()))]
    listed = frozenset(name.strip() for part in tables for name in part.split(",") if name.strip())
    return Mark(names[0] if len(names) == 1 else " and ".join(names) or None, listed)


def write_mark(database: Database, mark: Mark) -> None:
    """Write or (with no name) remove the mark; every other line of the comment stays.

    :raises sqlalchemy.exc.ProgrammingError: when the role may not comment on the database (only its owner may).
    """
    kept = [line for line in (database.value(_COMMENT) or "").splitlines()
            if not _LINE.match(line.strip()) and not _TABLES_LINE.match(line.strip())]
    if mark.name is not None:
        kept.append(f"muster: may be emptied ({mark.name})")
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
