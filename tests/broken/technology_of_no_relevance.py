from __future__ import annotations

from reference.projects import rules
from tests.broken._starting import replace, start

RULE = "A technology of which nothing is said is of relevance 50. On this platform it is of 0."
REQUIREMENTS = ("EXP-033",)
SCENARIOS = ("A technology that says no more than its domain is to be discovered",)


if __name__ == "__main__":
    replace(rules, "USUAL_RELEVANCE", 0)
    start()
