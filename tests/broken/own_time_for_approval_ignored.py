from __future__ import annotations

from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "An approval is open for as long as the mission says. This platform waits 24 hours, whatever it says."
REQUIREMENTS = ("MIS-012",)
SCENARIOS = ("A risky step that nobody decides in time is left out",)

hold = approvals.ask


def ask(session, mission, target, rule):
    kept = mission.constraints
    mission.constraints = kept | {"approval_timeout_seconds": 24 * 3600}
    hold(session, mission, target, rule)
    mission.constraints = kept


if __name__ == "__main__":
    replace(approvals, "ask", ask)
    start()
