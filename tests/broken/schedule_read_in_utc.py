from __future__ import annotations

from reference.site_tasks import cron
from tests.broken._starting import replace, start

RULE = "A schedule is read in the site's time zone. This platform reads it in UTC."
REQUIREMENTS = ("TSK-008",)
SCENARIOS = ("Eight o'clock in Singapore is midnight",)

due_times = cron.due_times


def due_in_utc(schedule, zone, *more):
    return due_times(schedule, "UTC", *more)


if __name__ == "__main__":
    replace(cron, "due_times", due_in_utc)
    start()
