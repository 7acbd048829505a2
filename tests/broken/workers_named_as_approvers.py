from __future__ import annotations

from reference.core.permissions import ROLES
from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators approve. This platform lets anybody be named."
REQUIREMENTS = ("WO-016",)
SCENARIOS = ("What makes no sense is not drafted",)


if __name__ == "__main__":
    replace(rules, "DECIDES", ROLES)
    start()
