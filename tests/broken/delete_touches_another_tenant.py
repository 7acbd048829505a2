from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A change touches nothing of another tenant. This platform stamps every tenant's rules when a mission is "
        "deleted.")
REQUIREMENTS = ("DAT-002",)
SCENARIOS = ("A mission stands in PostgreSQL exactly as it was answered",)

remove = changes.delete


def delete(session, mission):
    session.connection().exec_driver_sql("UPDATE knowledge_rules SET updated_at = now()")
    remove(session, mission)


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
