from __future__ import annotations

import time

from sqlalchemy import func, select

from reference.core.errors import Problem
from reference.missions import changes, rules
from reference.missions.records import Mission
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "Of missions started at once as many run as may. This platform counts those that run without a lock."
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("Of six missions started at once as many run as may",)

BETWEEN_SECONDS = 0.3  # makes sure that all have counted before one runs


def refuse_too_many_running(session):
    limit = session.scalar(select(Tenant.missions_running).where(Tenant.id == session.tenant_id))
    running = session.scalar(select(func.count()).select_from(Mission)
                             .where(Mission.status.in_(rules.COUNTED_AS_RUNNING)))
    if running >= limit:
        raise Problem(409, "Too many running missions", "The tenant has as many running missions as it may have.")
    time.sleep(BETWEEN_SECONDS)


if __name__ == "__main__":
    replace(changes, "refuse_too_many_running", refuse_too_many_running)
    start()
