from __future__ import annotations

from reference.conversations import budgets
from tests.broken._starting import replace, start

RULE = "When all tokens are used nothing more is asked. This platform goes on."
REQUIREMENTS = ("CON-026",)
SCENARIOS = ("When all is used nothing more is asked until it counts anew",)


def refuse_used_up(session):
    pass


if __name__ == "__main__":
    replace(budgets, "refuse_used_up", refuse_used_up)
    start()
