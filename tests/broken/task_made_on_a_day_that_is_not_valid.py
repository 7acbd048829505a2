from __future__ import annotations

from reference.site_tasks import cron
from tests.broken._starting import replace, start

RULE = "A template is valid on certain days. This platform makes its tasks on others, too."
REQUIREMENTS = ("TSK-009",)
SCENARIOS = (
    "No task is made on a day for which a template is not valid, or while it is switched off",
    "On its first and on its last day a template is valid",
)

due_times = cron.due_times


def due_on_any_day(schedule, zone, moment, ahead, *_days):
    return due_times(schedule, zone, moment, ahead)


if __name__ == "__main__":
    replace(cron, "due_times", due_on_any_day)
    start()
