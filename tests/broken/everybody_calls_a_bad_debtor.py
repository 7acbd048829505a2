from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators call somebody a bad debtor. On this platform all do who see the client."
REQUIREMENTS = ("SAL-019",)
SCENARIOS = ("Only supervisors and administrators call somebody a bad debtor",)


if __name__ == "__main__":
    replace(PERMISSIONS, "sales.assign", "AA--AAA")
    start()
