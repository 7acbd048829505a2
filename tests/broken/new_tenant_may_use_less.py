from __future__ import annotations

from reference.conversations import budgets
from tests.broken._starting import replace, start

RULE = "A new tenant may use a million tokens a day. On this platform it is one less."
REQUIREMENTS = ("CON-019",)
SCENARIOS = ("A new tenant may use a million tokens a day and twenty million a month",)


add = budgets.add_first


def add_first(session, tenant):
    add(session, tenant)
    next(each for each in session.new if isinstance(each, budgets.TokenBudget)).daily_limit = 999_999


if __name__ == "__main__":
    replace(budgets, "add_first", add_first)
    start()
