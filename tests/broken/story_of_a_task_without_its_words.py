from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "The story of a task keeps each comment. This platform loses them."
REQUIREMENTS = ("TSK-001",)
SCENARIOS = ("Each step of a task is kept in its story",)

set_status = changes.set_status


def set_status_silently(session, task, status, comment=None, *, by_time=False):
    set_status(session, task, status, by_time=by_time)


if __name__ == "__main__":
    replace(changes, "set_status", set_status_silently)
    start()
