from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "What is left in part is partially completed. This platform calls it completed."
REQUIREMENTS = ("TSK-003", "TSK-005")
SCENARIOS = (
    "What a task's state allows leads where it should",
    "A task that is done in part is completed later",
)


if __name__ == "__main__":
    replace(rules.VERBS, "partial", (("in_progress",), "completed"))
    start()
