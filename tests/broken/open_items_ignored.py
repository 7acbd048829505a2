from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Work is not done while a required line has no answer. This platform does not look."
REQUIREMENTS = ("WO-015", "WO-012")
SCENARIOS = (
    "Work is not done while a required line has no answer",
    "A checklist that lacks what is required changes nothing",
)


def none(items):
    return []


if __name__ == "__main__":
    replace(rules, "unanswered", none)
    start()
