from __future__ import annotations

from sqlalchemy import text

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A change touches nothing of another tenant. This platform stamps every tenant's rules when a mission is "
        "renamed.")
REQUIREMENTS = ("DAT-002",)
SCENARIOS = ("A mission stands in PostgreSQL exactly as it was answered",)

really_change = changes.change


def change(session, mission, *rest):
    session.execute(text("UPDATE knowledge_rules SET updated_at = now()"))
    really_change(session, mission, *rest)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
