from __future__ import annotations

from sqlalchemy import text

from reference.tickets import changes, rules
from tests.broken._starting import replace, start

RULE = "Each tenant counts its own tickets. This platform counts those of all."
REQUIREMENTS = ("TKT-011",)
SCENARIOS = ("Each tenant counts its own tickets, and a refused one is not counted",)

count = text("UPDATE tenants SET tickets_numbered = (SELECT max(tickets_numbered) + 1 FROM tenants)"
             " WHERE id = :id RETURNING tickets_numbered")


def take_number(session):
    return rules.number(session.execute(count, {"id": session.tenant_id}).scalar_one())


if __name__ == "__main__":
    replace(changes, "take_number", take_number)
    start()
