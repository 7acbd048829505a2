from __future__ import annotations

from reference.core.errors import wrong_state
from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A task that is completed late is accepted. This platform refuses it."
REQUIREMENTS = ("TSK-006",)
SCENARIOS = ("A task that is completed after its time and its grace is overdue",)

complete = changes.complete


def complete_in_time(session, task, comment):
    if task.overdue:
        raise wrong_state(task.status, ())
    complete(session, task, comment)


if __name__ == "__main__":
    replace(changes.EFFECTS, "complete", complete_in_time)
    start()
