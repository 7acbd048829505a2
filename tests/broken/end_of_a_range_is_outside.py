from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Both ends of a range belong to it. To this platform they do not."
REQUIREMENTS = ("WO-009",)
SCENARIOS = ("Where a range begins and ends",)


def is_out_of_range(item, answer):
    if item["kind"] != "number":
        return False
    return (item["low"] is not None and answer <= item["low"]) or (item["high"] is not None and answer >= item["high"])


if __name__ == "__main__":
    replace(rules, "is_out_of_range", is_out_of_range)
    start()
