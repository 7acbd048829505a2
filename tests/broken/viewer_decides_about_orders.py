from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look changes nothing. On this platform a viewer decides and closes."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("Who may only look, or nothing at all, changes nothing",)


if __name__ == "__main__":
    replace(PERMISSIONS, "work_orders.approve", "AA----A")
    start()
