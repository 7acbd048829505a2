from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only who administers a tenant changes its budget. On this platform supervisors do, too."
REQUIREMENTS = ("CON-019",)
SCENARIOS = ("Nobody but the administrator changes what may be used",)


if __name__ == "__main__":
    replace(PERMISSIONS, "tenant.manage", "AA-----")
    start()
