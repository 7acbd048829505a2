from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators decide and close. On this platform workers do, too."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("A worker neither changes, decides nor closes the own work",)


if __name__ == "__main__":
    replace(PERMISSIONS, "work_orders.approve", "AA-A---")
    start()
