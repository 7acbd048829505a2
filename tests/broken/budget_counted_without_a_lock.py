from __future__ import annotations

import time

from reference.conversations import budgets
from tests.broken._starting import replace, start

RULE = "Of turns at the same moment each is counted. On this platform one writes over what another has counted."
REQUIREMENTS = ("CON-018",)
SCENARIOS = ("Of turns at the same moment each is counted",)


find = budgets.of


def of(session, *, locked=False):
    budget = find(session)
    if locked:
        time.sleep(0.1)
    return budget


if __name__ == "__main__":
    replace(budgets, "of", of)
    start()
