from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A failed mission says why. This platform does not."
REQUIREMENTS = ("MIS-041",)
SCENARIOS = ("A mission of which no target answers says why it failed",)

move = changes.set_status


def set_status(session, mission, status, reason=None):
    move(session, mission, status)


if __name__ == "__main__":
    replace(changes, "set_status", set_status)
    start()
