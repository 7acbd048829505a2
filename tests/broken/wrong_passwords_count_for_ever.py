from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "Only wrong passwords of the last 15 minutes count. This platform counts all since the last right one."
REQUIREMENTS = ("ACC-019",)
SCENARIOS = ("Only wrong passwords of the last 15 minutes count",)

def recent_wrong_passwords(times, moment):
    return times


if __name__ == "__main__":
    replace(rules, "recent_wrong_passwords", recent_wrong_passwords)
    start()
