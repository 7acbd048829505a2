from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A completed task is reopened before its expiry. This platform does it after, too."
REQUIREMENTS = ("TSK-003",)
SCENARIOS = ("A completed task is reopened before its expiry, and not after",)

def reopen(session, task, comment):
    task.completed_at = None


if __name__ == "__main__":
    replace(changes.EFFECTS, "reopen", reopen)
    start()
