from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A task is completed when it has been started. This platform completes it before."
REQUIREMENTS = ("TSK-003",)
SCENARIOS = ("What a task's state does not allow is refused",)


if __name__ == "__main__":
    replace(rules.VERBS, "complete", (("assigned", "in_progress", "partially_completed"), "completed"))
    start()
