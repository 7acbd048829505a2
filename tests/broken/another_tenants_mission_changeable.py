from __future__ import annotations

from sqlalchemy import select

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.missions import api, changes
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = "Another tenant's mission can be neither changed nor deleted. This platform asks for the id alone."
REQUIREMENTS = ("TEN-026",)
SCENARIOS = ("Another tenant's mission can be neither changed nor deleted",)

see, hold = api.visible, changes.lock


def visible(session, mission_id):
    speak_for_owner(session, record_id(mission_id))
    return see(session, mission_id)


def lock(session, mission_id):
    speak_for_owner(session, mission_id)
    return hold(session, mission_id)


def speak_for_owner(session, mission_id):
    with transaction(EVERY_TENANT) as every:
        owner = every.scalar(select(Mission.tenant_id).where(Mission.id == mission_id))
    session.tenant_id = owner or session.tenant_id


if __name__ == "__main__":
    replace(api, "visible", visible)
    replace(changes, "lock", lock)
    start()
