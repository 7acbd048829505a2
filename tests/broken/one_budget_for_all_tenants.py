from __future__ import annotations

from sqlalchemy import select

from reference.conversations import budgets
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "What one tenant has used up is no other's concern. On this platform the smallest budget is everybody's."
REQUIREMENTS = ("CON-026",)
SCENARIOS = ("What one tenant has used up is no other's concern",)


find = budgets.of


def of(session, *, locked=False):
    if locked:
        return find(session, locked=True)
    with transaction(EVERY_TENANT) as every:
        return every.scalars(select(budgets.TokenBudget).order_by(budgets.TokenBudget.daily_limit)).first()


if __name__ == "__main__":
    replace(budgets, "of", of)
    start()
