from __future__ import annotations

from reference.core import clock
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The time of a pause does not count for the time limit. This platform stops its watch for questions alone."
REQUIREMENTS = ("MIS-007",)
SCENARIOS = ("The time that a mission is held does not count for how long it may run",)

move = changes.set_status


def set_status(session, mission, status, reason=None):
    paused_at = mission.paused_at if mission.status == "paused" else None
    move(session, mission, status, reason)
    if paused_at is not None and status == "running":
        mission.ran_seconds += (clock.now() - paused_at).total_seconds()


if __name__ == "__main__":
    replace(changes, "set_status", set_status)
    start()
