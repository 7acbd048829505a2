from __future__ import annotations

from reference.attendance import rules
from tests.broken._starting import replace, start

RULE = "What is worked beyond eight hours is overtime. This platform counts it from nine hours on."
REQUIREMENTS = ("ATT-011",)
SCENARIOS = ("The minutes that somebody has worked",)


if __name__ == "__main__":
    replace(rules, "REGULAR_MINUTES", 540)
    start()
