from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Supervisors decide about risky steps. This platform keeps that to administrators."
REQUIREMENTS = ("MIS-031", "MIS-004")
SCENARIOS = (
    "Deciding is for supervisors and administrators",
    "A risky step is done only once a supervisor has approved it",
)


if __name__ == "__main__":
    replace(PERMISSIONS, "missions.approve", "A------")
    start()
