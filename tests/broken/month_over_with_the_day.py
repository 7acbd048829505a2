from __future__ import annotations

from reference.conversations import budgets, rules
from tests.broken._starting import replace, start

RULE = "The monthly count is over with the month. On this platform it is with the day."
REQUIREMENTS = ("CON-020",)
SCENARIOS = ("With the day the daily count is over, and with the month the monthly one",)


if __name__ == "__main__":
    replace(budgets.SPANS, "monthly", rules.day_after)
    start()
