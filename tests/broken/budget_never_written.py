from __future__ import annotations

from reference.conversations import budgets
from tests.broken._starting import replace, start

RULE = "What a tenant may use and has used is kept. This platform forgets it."
REQUIREMENTS = ("CON-018", "CON-019")
SCENARIOS = (
    "What a turn has used is counted, of the day and of the month",
    "The administrator lets the tenant use more or less",
)


find = budgets.of


def of(session, *, locked=False):
    budget = find(session, locked=locked)
    if locked:
        session.expunge(budget)
    return budget


if __name__ == "__main__":
    replace(budgets, "of", of)
    start()
