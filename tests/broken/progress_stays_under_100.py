from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A completed mission stands at 100 percent. This platform stops counting at 99."
REQUIREMENTS = ("MIS-001",)
SCENARIOS = ("A mission runs from its start to its end",)

move = changes.set_status


def set_status(session, mission, status, reason=None):
    if status == "completed":
        mission.progress = 99
    move(session, mission, status, reason)


if __name__ == "__main__":
    replace(changes, "set_status", set_status)
    start()
