from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "What somebody is at does not go up. On this platform it does."
REQUIREMENTS = ("TKT-002",)
SCENARIOS = ("What somebody is at, or what has ended, does not go up",)


if __name__ == "__main__":
    replace(rules, "WAITING", (*rules.WAITING, "in_progress"))
    start()
