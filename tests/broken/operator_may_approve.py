from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Deciding about risky steps is for supervisors and administrators. This platform lets who runs missions decide, too."
REQUIREMENTS = ("MIS-031",)
SCENARIOS = ("Deciding is for supervisors and administrators",)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.approve", "AAA----")
    start()
