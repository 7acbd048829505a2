from __future__ import annotations

from reference.core import clock
from reference.site_tasks import rules
from reference.site_tasks.records import SiteTask
from tests.broken._starting import replace, start

RULE = "A task is overdue after its time and its grace. This platform gives no grace."
REQUIREMENTS = ("TSK-006",)
SCENARIOS = ("A task that is completed after its time and its grace is overdue",)

def overdue(task):
    return rules.is_overdue(task.planned_at, task.plan_minutes, task.completed_at or clock.now())


if __name__ == "__main__":
    replace(SiteTask, "overdue", property(overdue))
    start()
