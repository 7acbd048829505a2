"""All tables: each area's stand in a file of its own (reference/migrations/schema)."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

SCHEMA = Path(__file__).parents[1] / "schema"  # a file an area, in the order in which they can be made
COMMON = """
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()"""
# What nearly every table has, and what stands for it there.
SHARED = {
    "{COMMON}": COMMON,
    "{OWNED}": COMMON + ",\n    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE",
    "{VERSION}": "version integer NOT NULL DEFAULT 1",
}

# A row can point to its own tenant's rows only, whatever the code forgets: each key from one tenant-owned table to another
# gets the tenant's id into it.
KEEP_WITHIN_TENANTS = """
DO $$
DECLARE key record;
BEGIN
    FOR key IN
        SELECT c.conname AS name, c.conrelid::regclass AS source, c.confrelid::regclass AS target, a.attname AS field,
               CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN format('SET NULL (%I)', a.attname)
                   ELSE 'NO ACTION' END AS on_delete
          FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
          JOIN pg_attribute owner ON owner.attrelid = c.conrelid AND owner.attname = 'tenant_id'
          JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attname = 'tenant_id'
         WHERE c.contype = 'f' AND cardinality(c.conkey) = 1
    LOOP
        EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON %s (tenant_id, id)', key.target || '_of_tenant_key',
                       key.target);
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I)'
                       ' REFERENCES %s (tenant_id, id) ON DELETE %s', key.source, key.name, key.name, key.field,
                       key.target, key.on_delete);
    END LOOP;
END $$
"""


def upgrade() -> None:
    for area in sorted(SCHEMA.glob("*.sql")):
        statements = area.read_text(encoding="utf-8")
        for name, columns in SHARED.items():
            statements = statements.replace(name, columns)
        op.get_bind().exec_driver_sql(statements)
    op.execute(KEEP_WITHIN_TENANTS)
