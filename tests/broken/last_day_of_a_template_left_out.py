from __future__ import annotations

from datetime import timedelta

from reference.site_tasks import cron
from tests.broken._starting import replace, start

RULE = "A template is valid on its last day. This platform ends the day before."
REQUIREMENTS = ("TSK-009",)
SCENARIOS = ("On its first and on its last day a template is valid",)

due_times = cron.due_times


def due_but_on_the_last_day(schedule, zone, moment, ahead, first=None, last=None):
    return due_times(schedule, zone, moment, ahead, first, last and last - timedelta(days=1))


if __name__ == "__main__":
    replace(cron, "due_times", due_but_on_the_last_day)
    start()
