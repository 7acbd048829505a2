from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "Changes of a task reach who looks after tasks. This platform tells the assignee alone."
REQUIREMENTS = ("RT-021",)
SCENARIOS = ("Starting and completing a task reach its assignee and who looks after the tasks",)

emit = changes.outbox.emit


def emit_to_people(session, topic, type_, data, **more):
    if (topic, type_) != ("tenant", "task.changed"):
        emit(session, topic, type_, data, **more)


if __name__ == "__main__":
    replace(changes.outbox, "emit", emit_to_people)
    start()
