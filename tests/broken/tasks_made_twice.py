from __future__ import annotations

from reference.site_tasks import making
from tests.broken._starting import replace, start

RULE = "A due time has one task. Each run of this platform makes another."
REQUIREMENTS = ("TSK-020",)
SCENARIOS = ("Made once more, there is no second task for a due time",)

of_template = making.of_template


def of_no_due_time(template, planned_at, assignee):
    task = of_template(template, planned_at, assignee)
    task.due_at = None
    return task


if __name__ == "__main__":
    replace(making, "of_template", of_no_due_time)
    start()
