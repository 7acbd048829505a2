from __future__ import annotations

from sqlalchemy import func, select

from reference.core.errors import Problem
from reference.missions import changes
from reference.missions.records import Mission
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "A mission that waits for approval counts as running. This platform counts it only while it surveys."
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("A mission that waits for approval counts as running",)


def refuse_too_many_running(session):
    limit = session.scalar(select(Tenant.missions_running).where(Tenant.id == session.tenant_id)
                           .with_for_update(key_share=True))
    running = session.scalar(select(func.count()).select_from(Mission).where(Mission.status == "running"))
    if running >= limit:
        raise Problem(409, "Too many running missions", "The tenant has as many running missions as it may have.")


if __name__ == "__main__":
    replace(changes, "refuse_too_many_running", refuse_too_many_running)
    start()
