from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "Each finding adds to the risk. This platform counts each severity once."
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("The risk of a mission is never more than 100",)

add_up = rules.risk_score


def risk_score(findings):
    return add_up(set(findings))


if __name__ == "__main__":
    replace(rules, "risk_score", risk_score)
    start()
