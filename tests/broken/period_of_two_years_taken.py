from __future__ import annotations

from reference.sales import rules
from tests.broken._starting import replace, start

RULE = "A period has at most 366 days. This platform takes 367."
REQUIREMENTS = ("SAL-045",)
SCENARIOS = ("A period has 1 to 366 days",)


if __name__ == "__main__":
    replace(rules, "LONGEST_PERIOD", 367)
    start()
