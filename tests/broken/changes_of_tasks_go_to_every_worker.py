from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Changes of a task are told to who looks after tasks, and to its assignee. This platform tells everybody."
REQUIREMENTS = ("RT-021",)
SCENARIOS = ("Starting and completing a task reach its assignee and who looks after the tasks",)


if __name__ == "__main__":
    replace(rules, "may_see", lambda person, channel, event: True)
    start()
