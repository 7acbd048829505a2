from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Work can be given up until it is done. On this platform only until it is begun."
REQUIREMENTS = ("WO-004",)
SCENARIOS = ("What an order's state allows is done",)


if __name__ == "__main__":
    replace(rules.VERBS, "cancel", (("draft", "submitted", "approved"), "cancelled"))
    start()
