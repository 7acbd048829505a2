"""What PostgreSQL itself keeps of the tenants' walls."""

from __future__ import annotations

import psycopg
import pytest

WITHOUT_TENANT = {"alembic_version", "tenants"}


def test_every_row_but_those_above_tenants_carries_its_tenant(platform) -> None:
    tables = {name for name, in platform.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    owned = {name for name, in platform.sql(
        "SELECT c.conrelid::regclass::text FROM pg_constraint c JOIN pg_attribute a"
        " ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attname = 'tenant_id' AND a.attnotnull"
        " WHERE c.contype = 'f' AND c.confrelid = 'tenants'::regclass AND cardinality(c.conkey) = 1")}
    assert tables - owned == WITHOUT_TENANT


def test_every_key_between_tenants_tables_carries_the_tenant(platform) -> None:
    bare = platform.sql(
        "SELECT c.conrelid::regclass::text, c.conname FROM pg_constraint c"
        " JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attname = 'tenant_id'"
        " WHERE c.contype = 'f' AND NOT EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = c.conrelid"
        " AND o.attname = 'tenant_id' AND o.attnum = ANY(c.conkey))")
    assert bare == []


@pytest.mark.parametrize(("column", "what"), [("parent_id", "sites"), ("lead_id", "people")])
def test_no_row_can_point_to_another_tenants(platform, admin, column, what) -> None:
    other = platform.tenant()
    theirs = {"sites": other.done("POST", "/sites", {"code": "D4", "name": "Dock 4"}), "people": other.done("GET", "/me")}
    ours = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})

    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        platform.sql(f"UPDATE sites SET {column} = %s WHERE id = %s", theirs[what]["id"], ours["id"])
