from __future__ import annotations

from reference.site_tasks import cron
from tests.broken._starting import replace, start

RULE = "A schedule is five fields of cron that come due. This platform takes any text."
REQUIREMENTS = ("TSK-018",)
SCENARIOS = ("A schedule that says nothing, or never comes, is refused",)


if __name__ == "__main__":
    replace(cron, "is_schedule", lambda text, zone, moment: True)
    start()
