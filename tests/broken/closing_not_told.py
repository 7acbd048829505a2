from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "Who has a task is told when it is closed. This platform says nothing."
REQUIREMENTS = ("TSK-007",)
SCENARIOS = (
    "What is open past its expiry is closed, and its assignee is told",
    "In whichever state it is open, it is closed",
)

notify = changes.notifications.notify


def notify_of_others(session, kind, people, **words):
    if kind != "task.auto_closed":
        notify(session, kind, people, **words)


if __name__ == "__main__":
    replace(changes.notifications, "notify", notify_of_others)
    start()
