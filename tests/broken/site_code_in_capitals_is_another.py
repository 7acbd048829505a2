from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "A site's code is the same in capitals. This platform takes the two for different codes."
REQUIREMENTS = ("TEN-008",)
SCENARIOS = ("A site's code is used once, in capitals or not",)

await_schema = database.await_schema


def await_schema_that_minds_capitals():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("DROP INDEX IF EXISTS sites_code_key"))
        connection.execute(text("CREATE UNIQUE INDEX sites_code_key ON sites (tenant_id, code)"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema_that_minds_capitals)
    start()
