from __future__ import annotations

from sqlalchemy import text

from reference.core import database
from tests.broken._starting import replace, start

RULE = "After a restart a running mission goes on. This platform pauses what was running."
REQUIREMENTS = ("MIS-039",)
SCENARIOS = ("After a restart all missions are there, and a running one goes on to its end",)

wait = database.await_schema


def await_schema():
    wait()
    with database.engine().begin() as connection:
        connection.execute(text("UPDATE missions SET status = 'paused', paused_at = now() WHERE status = 'running'"))


if __name__ == "__main__":
    replace(database, "await_schema", await_schema)
    start()
