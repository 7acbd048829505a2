from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission that has completed gives no reason of failure. This platform keeps that of the first try."
REQUIREMENTS = ("MIS-008",)
SCENARIOS = ("A mission that reached nobody succeeds once its targets are back",)

move = changes.set_status


def set_status(session, mission, status, reason=None):
    move(session, mission, status, reason or mission.status_reason)


if __name__ == "__main__":
    replace(changes, "set_status", set_status)
    start()
