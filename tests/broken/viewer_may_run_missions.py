from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look cannot create, start, hold, end, change or delete a mission. This platform lets a viewer."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = (
    "Somebody who may only look cannot end a mission",
    "Somebody who may only look can read a mission, and nothing else",
    "Somebody who may only look cannot create a mission",
    "Who may only look changes nothing of the knowledge",
)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.run", "A-A---A")
    start()
