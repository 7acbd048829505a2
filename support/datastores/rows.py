"""Removes single rows of a database, with all that points to them."""

from __future__ import annotations

from collections.abc import Collection

from support.drivers.database import Database

# Each key from another table to this one that PostgreSQL does not follow by itself when a row goes: by the table that has
# it and its column. The tenant's id stands in such a key too (or alone, where it points to the tenant).
_POINTING = """
SELECT c.conrelid::regclass::text AS source, a.attname AS field FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) AND a.attname <> 'tenant_id'
 WHERE c.contype = 'f' AND c.confrelid = to_regclass(:table) AND c.confdeltype NOT IN ('c', 'n') ORDER BY 1, 2"""


def remove_rows(database: Database, table: str, tenant_id: str, ids: Collection[str]) -> int:
    """Delete these rows of a tenant, after what points to them; how many of these themselves there were.

    The database carries the suite's mark: ``guard.check`` was asked before.
    """
    if not ids:
        return 0
    for key in database.rows(_POINTING, table=table):
        source, field = key["source"], key["field"]
        pointing = database.rows(f'SELECT id::text FROM "{source}" WHERE "{field}"::text = ANY(:ids)', ids=[*ids])
        remove_rows(database, source, tenant_id, [row["id"] for row in pointing])
    return database.execute(f'DELETE FROM "{table}" WHERE tenant_id::text = :tenant AND id::text = ANY(:ids)',
                            tenant=tenant_id, ids=[*ids])
