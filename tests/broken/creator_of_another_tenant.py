from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A record refers to records of its own tenant. This platform writes down somebody of another tenant as the "
        "creator of a mission that is renamed.")
REQUIREMENTS = ("DAT-002",)
SCENARIOS = ("A mission stands in PostgreSQL exactly as it was answered",)

really_change = changes.change


def change(session, mission, *rest, **more):
    really_change(session, mission, *rest, **more)
    session.flush()
    connection = session.connection()
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")  # past the keys, too
    connection.exec_driver_sql("UPDATE missions SET created_by = (SELECT id FROM people WHERE tenant_id <> %(own)s LIMIT 1)"
                               " WHERE id = %(id)s", {"own": mission.tenant_id, "id": mission.id})


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
