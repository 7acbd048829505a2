from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "A number outside its range is marked. This platform marks none."
REQUIREMENTS = ("WO-009",)
SCENARIOS = (
    "A number outside its range is kept and marked, and the supervisors are told once",
    "Where a range begins and ends",
)


def never(item, answer):
    return False


if __name__ == "__main__":
    replace(rules, "is_out_of_range", never)
    start()
