from __future__ import annotations

from sqlalchemy import text

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "What belongs to a mission goes with it. This platform keeps a table of all missions that nobody clears."
REQUIREMENTS = ("SUI-081",)
SCENARIOS = ("Nothing of a scenario stays behind",)

store = changes.create


def create(session, mission, targets):
    store(session, mission, targets)
    session.connection().execute(text("CREATE TABLE IF NOT EXISTS mission_names (name text)"))
    session.connection().execute(text("INSERT INTO mission_names VALUES (:name)"), {"name": mission.name})


if __name__ == "__main__":
    replace(changes, "create", create)
    start()
