from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look asks the model nothing. On this platform everybody does."
REQUIREMENTS = ("CON-030",)
SCENARIOS = ("Who may only read begins nothing and asks nothing",)


if __name__ == "__main__":
    replace(PERMISSIONS, "conversations.use", "AOOOOOO")
    start()
