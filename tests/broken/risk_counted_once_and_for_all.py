from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Each decision counts the risk anew. This platform counts it when the survey ends, and never again."
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("Each decision counts the risk of the mission anew",)

count = changes.recount_risk


def recount_risk(session, mission):
    if mission.phase is not None:
        count(session, mission)


if __name__ == "__main__":
    replace(changes, "recount_risk", recount_risk)
    start()
