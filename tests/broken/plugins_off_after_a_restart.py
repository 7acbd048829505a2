from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from reference.core import database
from tests.broken._starting import replace, start

RULE = "A plugin that is on stays on. This platform switches all of them off when it is started."
REQUIREMENTS = ("PLG-004",)
SCENARIOS = ("A plugin that is on stays on",)

await_schema = database.await_schema
OFF = "UPDATE plugin_configurations SET enabled = false, enabled_at = NULL, enabled_by = NULL WHERE enabled"


def switch_off():
    await_schema()
    try:
        with database.engine().begin() as connection:
            connection.execute(text(OFF))
    except SQLAlchemyError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    replace(database, "await_schema", switch_off)
    start()
