from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look can read a mission. This platform refuses a viewer."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = ("Somebody who may only look can read a mission, and nothing else",)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.read", "AAA----")
    start()
