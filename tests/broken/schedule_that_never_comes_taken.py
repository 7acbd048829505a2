from __future__ import annotations

from datetime import UTC, datetime

from cronsim import CronSim, CronSimError

from reference.site_tasks import cron
from tests.broken._starting import replace, start

RULE = "A schedule that never comes due is refused. This platform takes it."
REQUIREMENTS = ("TSK-018",)
SCENARIOS = ("A schedule that says nothing, or never comes, is refused",)

def is_well_formed(text, zone, moment):
    try:
        CronSim(text.replace("30 2", "28 2").replace("31 6,11", "30 6,11"), datetime.now(UTC))
    except (CronSimError, ValueError):
        return False
    return len(text.split()) == 5


if __name__ == "__main__":
    replace(cron, "is_schedule", is_well_formed)
    start()
