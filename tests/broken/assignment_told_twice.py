from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "Each given task is told once. This platform tells it twice."
REQUIREMENTS = ("TSK-002", "TSK-020", "TSK-019")
SCENARIOS = (
    "An hourly template has its tasks of the next day made",
    "Made once more, there is no second task for a due time",
    "Not even the own task is passed on by a worker",
)

notify = changes.notifications.notify


def notify_twice(session, kind, people, *, event_key, **words):
    notify(session, kind, people, event_key=event_key, **words)
    if kind == "task.assigned":
        notify(session, kind, people, event_key=f"{event_key}:again", **words)


if __name__ == "__main__":
    replace(changes.notifications, "notify", notify_twice)
    start()
