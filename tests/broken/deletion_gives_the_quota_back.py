from __future__ import annotations

from sqlalchemy import text

from reference.core import outbox
from reference.missions import changes
from reference.tenancy.records import current_month
from reference.tenancy.service import cache_key
from tests.broken._starting import replace, start

RULE = "A mission that was created counts for its month. This platform forgets it when it is deleted."
REQUIREMENTS = ("MIS-028",)
SCENARIOS = ("A mission counts for its month even when it is deleted",)

delete_mission = changes.delete


def delete(session, mission):
    delete_mission(session, mission)
    session.connection().execute(
        text("UPDATE tenants SET missions_this_month = missions_this_month - 1"
             " WHERE id = :id AND counted_month = :month AND missions_this_month > 0"),
        {"id": session.tenant_id, "month": current_month()})
    outbox.forget(session, cache_key(session.tenant_id))


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
