from __future__ import annotations

import time

from sqlalchemy import select

from reference.core import clock
from reference.site_tasks import making
from reference.site_tasks.records import SiteTask, TaskTemplate
from tests.broken._starting import replace, start

RULE = "Two runs at one moment make one task for a due time. On this platform neither knows of the other."
REQUIREMENTS = ("TSK-020",)
SCENARIOS = ("Made four times at the same moment, there is no second task for a due time",)

of_template, to_make = making.of_template, making.to_make


def of_no_due_time(template, planned_at, assignee):
    task = of_template(template, planned_at, assignee)
    task.due_at = None
    return task


def to_make_as_planned(session, template):
    planned = set(session.scalars(select(SiteTask.planned_at).where(SiteTask.template_id == template.id,
                                                                    SiteTask.planned_at > clock.now())))
    found = [each for each in to_make(session, template) if each not in planned]
    time.sleep(0.5)  # the time in which another run looks, too
    return found


if __name__ == "__main__":
    replace(making, "of_template", of_no_due_time)
    replace(making, "to_make", to_make_as_planned)
    replace(making, "lock_template", lambda session, template_id: session.get(TaskTemplate, template_id))
    start()
