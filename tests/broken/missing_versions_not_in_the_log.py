from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A dependency without a fixed version is in the log. This platform leaves it out."
REQUIREMENTS = ("EXP-001", "EXP-023")
SCENARIOS = (
    "An analysis is had as a file that holds all of it",
    "A dependency is in the log where something is to be done about it",
)

find = sarif._results


def results(analysis):
    return (each for each in find(analysis) if each["ruleId"] != sarif.MISSING)


if __name__ == "__main__":
    replace(sarif, "_results", results)
    start()
