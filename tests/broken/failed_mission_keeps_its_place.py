from __future__ import annotations

from sqlalchemy import func, select

from reference.core.errors import Problem
from reference.missions import changes
from reference.missions.records import Mission
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = ("A mission that has ended leaves its place to another. This platform keeps it for one that has failed "
        "and may be retried.")
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("Neither resuming nor retrying gets past the limit of running missions",)

retry_mission = changes.retry


def refuse_too_many_running(session):
    limit = session.scalar(select(Tenant.missions_running).where(Tenant.id == session.tenant_id)
                           .with_for_update(key_share=True))
    running = session.scalar(select(func.count()).select_from(Mission)
                             .where(Mission.status.in_(("running", "awaiting_approval", "failed"))))
    if running - session.info.get("own", 0) >= limit:
        raise Problem(409, "Too many running missions", "The tenant has as many running missions as it may have.")


def retry(session, mission, request_id):
    session.info["own"] = 1
    retry_mission(session, mission, request_id)


if __name__ == "__main__":
    replace(changes, "refuse_too_many_running", refuse_too_many_running)
    replace(changes.VERBS, "retry", retry)
    start()
