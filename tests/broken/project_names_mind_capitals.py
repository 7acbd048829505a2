from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "Owner and name of a project are a tenant's only ones in whatever case. This platform takes capitals for others."
REQUIREMENTS = ("EXP-040",)
SCENARIOS = ("An owner has one project of a name, in whatever case",)

await_schema = database.await_schema


def await_schema_that_minds_capitals():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("DROP INDEX IF EXISTS projects_name_key"))
        connection.execute(text("CREATE UNIQUE INDEX projects_name_key ON projects (tenant_id, owner, name)"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema_that_minds_capitals)
    start()
