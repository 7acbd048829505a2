from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Running missions is for operators and administrators. This platform lets supervisors, too."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = ("Running missions is for operators and administrators",)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.run", "AAA----")
    start()
