from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import Problem
from reference.missions import api
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = ("Another tenant's mission is refused exactly as an id that nobody has. This platform says that it belongs to "
        "others.")
REQUIREMENTS = ("TEN-026",)
SCENARIOS = (
    "Another tenant's mission is in no list and cannot be read",
    "Another tenant's mission can be neither changed nor deleted",
)

see = api.visible


def visible(session, mission_id):
    with transaction(EVERY_TENANT) as every:
        found = every.get(Mission, record_id(mission_id))
    if found is not None and found.tenant_id != session.tenant_id:
        raise Problem(404, detail="This record belongs to another tenant.")
    return see(session, mission_id)


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
