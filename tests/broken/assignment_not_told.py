from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "Who is given a task is told. This platform says nothing."
REQUIREMENTS = ("TSK-001",)
SCENARIOS = ("A worker does a task, and its report tells of it",)

notify = changes.notifications.notify


def notify_of_others(session, kind, people, **words):
    if kind != "task.assigned":
        notify(session, kind, people, **words)


if __name__ == "__main__":
    replace(changes.notifications, "notify", notify_of_others)
    start()
