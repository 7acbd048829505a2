from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "A closed order is done for good. This platform reopens it."
REQUIREMENTS = ("WO-004",)
SCENARIOS = ("What an order's state does not allow is refused",)


if __name__ == "__main__":
    replace(rules.VERBS, "reopen", (("completed", "closed"), "in_progress"))
    start()
