from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import not_found
from reference.missions import api
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = "Another tenant's mission does not exist. This platform shows it to whoever knows its id."
REQUIREMENTS = ("TEN-026",)
SCENARIOS = ("Another tenant's mission is in no list and cannot be read",)


def visible(session, mission_id):
    with transaction(EVERY_TENANT) as every:
        found = every.get(Mission, record_id(mission_id))
    if found is None:
        raise not_found()
    return found


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
