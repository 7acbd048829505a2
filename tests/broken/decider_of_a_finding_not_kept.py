from __future__ import annotations

from reference.missions import findings_api
from tests.broken._starting import replace, start

RULE = "A decided finding says who decided. This platform does not keep it."
REQUIREMENTS = ("MIS-006", "MIS-020")
SCENARIOS = (
    "A finding is open at first, is confirmed and then fixed",
    "A decision on what has changed meanwhile is refused",
)

decide = findings_api.decide_finding


def decide_finding(session, mission, finding, person, wanted):
    decide(session, mission, finding, person, wanted)
    finding.decided_by = None


if __name__ == "__main__":
    replace(findings_api, "decide_finding", decide_finding)
    start()
