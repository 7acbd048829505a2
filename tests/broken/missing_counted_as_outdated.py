from __future__ import annotations

from reference.projects import rules
from tests.broken._starting import replace, start

RULE = "Outdated is what has a newer version. This platform counts what has none as well."
REQUIREMENTS = ("EXP-015", "EXP-022")
SCENARIOS = (
    "The summary counts what the other sheets show",
    "All files agree on how many dependencies are outdated",
)


def outdated(dependencies):
    return sum(each["status"] in (rules.OUTDATED, rules.MISSING) for each in dependencies)


if __name__ == "__main__":
    replace(rules, "outdated", outdated)
    start()
