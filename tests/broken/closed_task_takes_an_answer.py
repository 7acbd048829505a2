from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A closed task takes no answer. On this platform it does."
REQUIREMENTS = ("TSK-016", "TSK-003")
SCENARIOS = (
    "A closed task takes no answer and no change",
    "What a task's state does not allow is refused",
)


if __name__ == "__main__":
    replace(rules, "ANSWERABLE", (*rules.ANSWERABLE, "auto_closed"))
    start()
