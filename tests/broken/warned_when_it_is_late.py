from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "A warning comes when three quarters of the time have passed. This platform warns when all of it has."
REQUIREMENTS = ("TKT-009",)
SCENARIOS = (
    "Whoever has a ticket is warned once when three quarters of its time have passed",
    "The supervisors are warned of a ticket that nobody has",
)


if __name__ == "__main__":
    replace(rules, "WARNED_AFTER", 1.0)
    start()
