from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "A ticket in progress is not overdue. On this platform it is."
REQUIREMENTS = ("TKT-010",)
SCENARIOS = ("Only what nobody is at is overdue when its time is over",)


def is_overdue(status, due, moment):
    return status in rules.UNFINISHED and moment > due


if __name__ == "__main__":
    replace(rules, "is_overdue", is_overdue)
    start()
