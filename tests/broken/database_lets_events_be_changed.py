from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "Not even the database changes or removes an event. This platform takes its guard away when it starts."
REQUIREMENTS = ("AUD-013", "AUD-014")
SCENARIOS = ("Not even the database changes or removes an event, unless its guard is taken away",)

await_schema = database.await_schema


def await_without_guard():
    await_schema()
    with database.engine().begin() as connection:
        connection.execute(text("DROP TRIGGER IF EXISTS audit_events_kept ON audit_events"))


if __name__ == "__main__":
    replace(database, "await_schema", await_without_guard)
    start()
