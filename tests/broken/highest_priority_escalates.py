from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "At the highest priority nothing is escalated. This platform raises the level on and on."
REQUIREMENTS = ("TKT-007",)
SCENARIOS = ("There is nothing above the highest priority",)

raised = rules.raised


def raised_or_highest(priority):
    return raised(priority) or "P0"


if __name__ == "__main__":
    replace(rules, "raised", raised_or_highest)
    start()
