from __future__ import annotations

from reference.conversations import budgets, rules
from tests.broken._starting import replace, start

RULE = "The daily count is over with the day. On this platform it is with the month."
REQUIREMENTS = ("CON-020",)
SCENARIOS = (
    "With the day the daily count is over, and with the month the monthly one",
    "On the next day there is something to be used again",
)


if __name__ == "__main__":
    replace(budgets.SPANS, "daily", rules.month_after)
    start()
