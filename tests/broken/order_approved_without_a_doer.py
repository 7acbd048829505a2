from __future__ import annotations

from reference.work_orders import decisions
from tests.broken._starting import replace, start

RULE = "Work that nobody would do is not approved. This platform approves it."
REQUIREMENTS = ("WO-014",)
SCENARIOS = ("Nobody approves work that nobody would do",)


def refuse_nobody(order):
    pass


if __name__ == "__main__":
    replace(decisions, "refuse_without_doer", refuse_nobody)
    start()
