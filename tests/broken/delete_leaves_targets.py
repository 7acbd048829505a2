from __future__ import annotations

from sqlalchemy import text

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission is deleted with all that belongs to it. This platform leaves its targets."
REQUIREMENTS = ("DAT-002",)
SCENARIOS = ("A mission stands in PostgreSQL exactly as it was answered",)

remove = changes.delete


def delete(session, mission):
    # No foreign key takes the targets along.
    session.connection().execute(text("SET LOCAL session_replication_role = replica"))
    remove(session, mission)


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
