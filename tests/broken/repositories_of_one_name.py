from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "A project has one repository of an owner and a name. On this platform it may have many."
REQUIREMENTS = ("EXP-041",)
SCENARIOS = (
    "A project has one repository of an owner and a name",
    "Of a repository added five times at once there is one",
)

await_schema = database.await_schema


def await_schema_without_the_constraint():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("ALTER TABLE repositories DROP CONSTRAINT IF EXISTS repositories_name_key"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema_without_the_constraint)
    start()
