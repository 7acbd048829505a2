from __future__ import annotations

from sqlalchemy import func, select

from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import Problem
from reference.missions import changes, rules
from reference.missions.records import Mission
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "A tenant's limit is for its own running missions. This platform counts those of all tenants."
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("Each tenant's running missions count for itself alone",)

def refuse_too_many_running(session):
    limit = session.scalar(select(Tenant.missions_running).where(Tenant.id == session.tenant_id)
                           .with_for_update(key_share=True))
    with transaction(EVERY_TENANT) as everywhere:
        running = everywhere.scalar(select(func.count()).select_from(Mission)
                                    .where(Mission.status.in_(rules.COUNTED_AS_RUNNING)))
    if running >= limit:
        raise Problem(409, "Too many running missions", "The tenant has as many running missions as it may have.")


if __name__ == "__main__":
    replace(changes, "refuse_too_many_running", refuse_too_many_running)
    start()
