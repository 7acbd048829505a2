from __future__ import annotations

from dataclasses import replace as changed

from sqlalchemy import text

from reference.core import audit, database
from tests.broken._starting import replace, start

RULE = "What is done from above all tenants is told where the record is. This platform tells it to the newest tenant."
REQUIREMENTS = ("AUD-016",)
SCENARIOS = ("What is done from above all tenants is told where the changed record is",)

told_of = audit._told_of


def told_elsewhere(change):
    told = told_of(change)
    if told is None or told.object_type != "tenant" or told.event_type == "created" or told.cause.person_id:
        return told
    with database.engine().connect() as connection:
        newest = connection.execute(text("SELECT id FROM tenants ORDER BY created_at DESC LIMIT 1")).scalar_one()
    return changed(told, tenant_id=newest)


if __name__ == "__main__":
    replace(audit, "_told_of", told_elsewhere)
    start()
