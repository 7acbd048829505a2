from __future__ import annotations

from reference.conversations import budgets
from tests.broken._starting import replace, start

RULE = "As long as a token is left a question is asked. This platform refuses the last."
REQUIREMENTS = ("CON-026",)
SCENARIOS = ("As long as one token is left a question is asked",)


count = budgets.now


def now(budget):
    return {name: value + 1 if name.endswith("_used") else value for name, value in count(budget).items()}


if __name__ == "__main__":
    replace(budgets, "now", now)
    start()
