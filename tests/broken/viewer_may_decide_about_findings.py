from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Who may only look decides nothing about findings. This platform lets a viewer."
REQUIREMENTS = ("MIS-006",)
SCENARIOS = ("Who may decide about findings",)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.decide", "AAA---A")
    start()
