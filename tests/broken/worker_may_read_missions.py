from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Workers have nothing to do with missions. This platform shows them."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = ("Running missions is for operators and administrators",)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.read", "AAAA--A")
    start()
