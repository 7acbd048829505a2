from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A task that was completed late is overdue. On this platform it never is."
REQUIREMENTS = ("TSK-006",)
SCENARIOS = ("A task that is completed after its time and its grace is overdue",)


if __name__ == "__main__":
    replace(rules, "is_overdue", lambda planned_at, minutes, moment: False)
    start()
