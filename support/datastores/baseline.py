"""What the datastores hold before the first scenario, and the SQL that finds and mends what differs from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from psycopg import sql

from support.datastores.mark import MARK_KEY
from support.drivers.cache import Cache
from support.drivers.database import Database

# The record of the schema's own migrations: never emptied, whoever's tool keeps it.
MIGRATION_TABLES = frozenset({"alembic_version", "schema_migrations", "flyway_schema_history"})

_TABLES = """
SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name,
       ARRAY(SELECT a.attname::text FROM pg_index i JOIN pg_attribute a
               ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::smallint[])
              WHERE i.indrelid = c.oid AND i.indisprimary) AS primary_key,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
                AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS written,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attidentity = 'a') AS numbered
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> 'information_schema'
   AND n.nspname NOT LIKE 'pg\\_%'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname"""

_SEQUENCES = """
SELECT n.nspname AS schema, c.relname AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'S' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname"""

# Sessions that have written something and not ended their transaction: their rows would turn up after the clean-up.
_WRITERS = """SELECT ARRAY(SELECT a.pid || ':' || a.backend_xid::text FROM pg_stat_activity a
 WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
   AND a.backend_xid IS NOT NULL)"""


def quoted(*names: str) -> str:
    """``schema``, ``table`` … as SQL writes them."""
    return sql.Identifier(*names).as_string(None)


def literal(value: object) -> str:
    """``value`` as SQL writes it."""
    return sql.Literal(value).as_string(None)


@dataclass(frozen=True)
class Table:
    """One table and the rows it is to hold.

    ``content`` is ``rows:digest``, the digest being the sum of the rows' hashes: it does not depend on their order.
    ``passes``: it fills by itself, whenever that may be; no row is to stay in it.
    """

    oid: int
    schema: str
    name: str
    primary_key: tuple[str, ...]
    written: tuple[str, ...]  # columns that can be written: all but the generated ones
    numbered: tuple[str, ...]  # columns that only the server may number
    rows: tuple[str, ...] = ()  # each as JSON text
    content: str = "0:0"
    passes: bool = False

    @property
    def label(self) -> str:
        """The name for people: without the schema when it is the usual one."""
        return self.name if self.schema == "public" else f"{self.schema}.{self.name}"

    @property
    def sql_name(self) -> str:
        return quoted(self.schema, self.name)

    def differs(self) -> str:
        """An SQL condition: it holds other rows than these."""
        if not self.rows:
            return f"EXISTS (SELECT FROM {self.sql_name})"
        return f"({content_of(self.sql_name)}) IS DISTINCT FROM {literal(self.content)}"

    def delete(self) -> str:
        """The statement that removes the rows that do not belong (all of them, where rows have no key)."""
        if not self.rows or not self.primary_key:
            return f"DELETE FROM {self.sql_name}"
        same = " AND ".join(f"kept.{quoted(column)} = held.{quoted(column)}" for column in self.primary_key)
        return (f"DELETE FROM {self.sql_name} AS held"
                f" WHERE NOT EXISTS (SELECT FROM {self._rows_as('kept')} WHERE {same})")

    def restore(self) -> str:
        """The statement that brings the rows back: writes those that are missing or were changed."""
        columns = ", ".join(quoted(column) for column in self.written)
        statement = (f"INSERT INTO {self.sql_name} AS held ({columns}) OVERRIDING SYSTEM VALUE"
                     f" SELECT {columns} FROM {self._rows_as('kept')}")
        if not self.primary_key:
            return statement
        changing = [quoted(column) for column in self.written
                    if column not in self.primary_key and column not in self.numbered]
        key = ", ".join(quoted(column) for column in self.primary_key)
        if not changing:
            return f"{statement} ON CONFLICT ({key}) DO NOTHING"
        return (f"{statement} ON CONFLICT ({key}) DO UPDATE SET "
                + ", ".join(f"{column} = EXCLUDED.{column}" for column in changing)
                + " WHERE " + " OR ".join(f"held.{column}::text IS DISTINCT FROM EXCLUDED.{column}::text"
                                          for column in changing))

    def _rows_as(self, alias: str) -> str:
        return (f"json_populate_recordset(NULL::{self.sql_name}, "
                f"{literal('[' + ','.join(self.rows) + ']')}::json) AS {alias}")


def content_of(sql_name: str) -> str:
    """An SQL query for ``Table.content`` of the table as it is."""
    return f"SELECT count(*) || ':' || coalesce(sum(hashtextextended(held::text, 0)), 0) FROM {sql_name} AS held"


@dataclass(frozen=True)
class Sequence:
    """A sequence and where it is to stand (``last_value:is_called``)."""

    schema: str
    name: str
    at: str

    @property
    def sql_name(self) -> str:
        return quoted(self.schema, self.name)

    def differs(self) -> str:
        """An SQL condition: it stands elsewhere."""
        return f"({place_of(self.sql_name)}) <> {literal(self.at)}"

    def put_back(self) -> str:
        """An SQL expression that does so."""
        last_value, called = self.at.split(":")
        return f"setval({literal(self.sql_name)}::regclass, {last_value}, {called})"


def place_of(sql_name: str) -> str:
    """An SQL query for ``Sequence.at`` of the sequence as it is."""
    return f"SELECT last_value || ':' || is_called FROM {sql_name}"


@dataclass(frozen=True)
class Dirt:
    """What differs from the baseline, and who (``pid:transaction``) has written and not ended the transaction."""

    tables: tuple[Table, ...]
    sequences: tuple[Sequence, ...]
    writers: frozenset[str]


@dataclass(frozen=True)
class Key:
    """One key of Redis: its content as the server dumps it, and whether it expires."""

    dump: bytes
    expires: bool


@dataclass(frozen=True)
class Baseline:
    """The state that every scenario starts from. Taken once, after the seed, and never changed."""

    tables: tuple[Table, ...]
    sequences: tuple[Sequence, ...]
    keys: dict[bytes, Key]
    kept_keys: tuple[str, ...] = (MARK_KEY,)
    probe: str = field(default="", repr=False)

    @classmethod
    def take(cls, database: Database, cache: Cache | None = None, *, untouched: Collection[str] = MIGRATION_TABLES,
             kept_keys: Collection[str] = (), passing: Collection[str] = (), empty: bool = False) -> Baseline:
        """Look at everything there is.

        :param untouched: tables that are never looked at nor emptied.
        :param kept_keys: patterns of Redis keys that are nobody's to remove (``worker:*``); the mark always is one.
        :param passing: tables that fill by themselves: no row of theirs is kept, or counted.
        :param empty: take the tables as they are, and no rows, keys or used numbers: a baseline of nothing.
        """
        tables = [Table(**{name: tuple(value) if isinstance(value, list) else value for name, value in row.items()},
                        passes=row["name"] in passing)
                  for row in database.rows(_TABLES) if row["name"] not in untouched]
        sequences = [(row["schema"], row["name"]) for row in database.rows(_SEQUENCES)]
        if not empty:
            tables = _with_rows(database, tables)
        places = _places(database, sequences, empty)
        kept = (MARK_KEY, *kept_keys)
        keys = read_keys(cache, kept) if cache and not empty else {}
        placed = tuple(Sequence(*name, at) for name, at in zip(sequences, places, strict=True))
        return cls(tuple(tables), placed, keys, kept, _probe(tables, placed))

    def table_ids(self) -> list[int]:
        """The object ids of the tables."""
        return [table.oid for table in self.tables]

    def dirt(self, database: Database) -> Dirt:
        """Two statements: which tables and sequences are not as they were, and who still writes."""
        # The writers first, in a statement of their own: rows of one that is gone by then are seen by the second.
        statements = (_WRITERS, self.probe)
        ((writers,),), probed = database.batch(statements, statements)
        return self.dirt_of(probed, writers)

    def dirt_of(self, probed: list[tuple], writers: Collection[str] = ()) -> Dirt:
        """What the one row that the ``probe`` answers says."""
        ((tables, sequences),) = probed
        return Dirt(tuple(self.tables[index] for index in tables),
                    tuple(self.sequences[index] for index in sequences), frozenset(writers))

    def measure(self, database: Database) -> dict[str, int]:
        """Rows more (or fewer) than in the baseline, for each table where the number differs."""
        if not self.tables:
            return {}
        counts = ", ".join(f"(SELECT count(*) FROM {table.sql_name})" for table in self.tables)
        numbers = database.script(f"SELECT ARRAY[{counts}]")[0][0][0]
        return {table.label: number - len(table.rows) for table, number in zip(self.tables, numbers, strict=True)
                if number != len(table.rows) and not table.passes}


def read_keys(cache: Cache, kept: Collection[str]) -> dict[bytes, Key]:
    """Every key of the number but those that fit a pattern in ``kept``."""
    names = [name for name in cache.client.scan_iter(count=1000)
             if not any(fnmatchcase(name.decode("utf-8", "replace"), pattern) for pattern in kept)]
    pipeline = cache.client.pipeline(transaction=False)
    for name in names:
        pipeline.dump(name)
        pipeline.pttl(name)
    answers = pipeline.execute() if names else []
    return {name: Key(dump, left >= 0)
            for name, dump, left in zip(names, answers[::2], answers[1::2], strict=True) if dump is not None}


def _with_rows(database: Database, tables: list[Table]) -> list[Table]:
    if not tables:
        return []
    # One statement, so that all tables are seen at one moment.
    each = [f"SELECT {number}, ({content_of(table.sql_name)}),"
            f" (SELECT coalesce(array_agg(row_to_json(held)::text), '{{}}') FROM {table.sql_name} AS held)"
            for number, table in enumerate(tables) if not table.passes]
    found = {number: (content, tuple(rows)) for number, content, rows in database.script(" UNION ALL ".join(each))[0]}
    return [replace(table, content=found[number][0], rows=found[number][1]) if number in found else table
            for number, table in enumerate(tables)]


def _places(database: Database, sequences: list[tuple[str, str]], empty: bool) -> list[str]:
    if not sequences:
        return []
    if empty:
        each = [f"(SELECT seqstart || ':false' FROM pg_sequence WHERE seqrelid = {literal(quoted(*name))}::regclass)"
                for name in sequences]
    else:
        each = [f"({place_of(quoted(*name))})" for name in sequences]
    return database.script(f"SELECT ARRAY[{', '.join(each)}]")[0][0][0]


def _probe(tables: list[Table], sequences: tuple[Sequence, ...]) -> str:
    def which(conditions: list[str]) -> str:
        cases = ", ".join(f"CASE WHEN {condition} THEN {number} END" for number, condition in enumerate(conditions))
        return f"array_remove(ARRAY[{cases}]::int[], NULL)"

    return (f"SELECT {which([table.differs() for table in tables])},"
            f" {which([sequence.differs() for sequence in sequences])}")
