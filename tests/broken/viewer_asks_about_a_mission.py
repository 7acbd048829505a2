from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look asks nothing about a mission. On this platform everybody who sees it does."
REQUIREMENTS = ("CON-016",)
SCENARIOS = ("Who may only look asks nothing about a mission",)


if __name__ == "__main__":
    replace(PERMISSIONS, "conversations.use", "AOOOOOO")
    replace(PERMISSIONS, "missions.decide", "AAA---A")
    start()
