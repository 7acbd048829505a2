"""How the database keeps whose a row is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from support.findings import Finding

if TYPE_CHECKING:
    from support.drivers.database import Database

ABOVE_TENANTS = {"tenants", "alembic_version"}  # and only these

_TABLES = """SELECT t.table_name AS name, bool_or(c.column_name = 'tenant_id') AS is_owned,
       bool_or(c.column_name = 'tenant_id' AND c.is_nullable = 'NO') AS is_kept
  FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
 WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY t.table_name ORDER BY t.table_name"""

# A copy of a row of the tenant, as good as it, but for its id and its tenant.
_WITHOUT = """INSERT INTO "{table}" OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(held, '{{"tenant_id": null}}')).*
 FROM "{table}" held WHERE held.tenant_id = :tenant LIMIT 1"""


def require_each_row_owned(database: Database, tenant_id: str, words: str) -> None:
    """Each table but those above tenants says whose a row is, and takes none that does not: tried with a row of the tenant
    wherever it has one.

    :raises Finding: naming each table that does not.
    """
    tables = {row["name"]: row for row in database.rows(_TABLES)}
    faults = [f"{name} does not say whose a row is" for name, row in tables.items()
              if not row["is_owned"] and name not in ABOVE_TENANTS]
    faults += [f"{name} takes rows of nobody" for name, row in tables.items() if row["is_owned"] and not row["is_kept"]]
    tried = 0
    for name in (name for name, row in tables.items() if row["is_owned"]):
        if database.value(f'SELECT count(*) FROM "{name}" WHERE tenant_id = :tenant', tenant=tenant_id):
            tried += 1
            faults += _taken(database, name, tenant_id)
    if faults or tried < 2:
        raise Finding(f"each row of {words} should say whose it is ({tried} tables were tried): {'; '.join(faults)}")


def _taken(database: Database, table: str, tenant_id: str) -> list[str]:
    try:
        database.execute(_WITHOUT.format(table=table), tenant=tenant_id)
    except DBAPIError as refusal:
        text = str(refusal.orig)
        is_why = "null value" in text and '"tenant_id"' in text
        return [] if is_why else [f"{table} refused a row of nobody for another reason: {text[:120]}"]
    return [f"{table} took a row of nobody"]
