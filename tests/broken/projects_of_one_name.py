from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "Of projects added at once one is added. This platform keeps no index that says so."
REQUIREMENTS = ("EXP-040",)
SCENARIOS = (
    "Of a project added five times at once there is one",
    "An owner has one project of a name, in whatever case",
)

await_schema = database.await_schema


def await_schema_without_the_index():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("DROP INDEX IF EXISTS projects_name_key"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema_without_the_index)
    start()
