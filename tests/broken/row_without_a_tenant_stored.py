from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "No row is stored that does not say whose it is. This platform lets a site be nobody's."
REQUIREMENTS = ("TEN-014",)
SCENARIOS = ("No row is stored that does not say whose it is",)

await_schema = database.await_schema


def await_schema_and_let_go():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("ALTER TABLE sites ALTER COLUMN tenant_id DROP NOT NULL"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema_and_let_go)
    start()
