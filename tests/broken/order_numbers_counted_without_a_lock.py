from __future__ import annotations

from sqlalchemy import func, select

from reference.work_orders import changes, rules
from reference.work_orders.records import WorkOrder
from tests.broken._starting import replace, start

RULE = "Orders that are submitted at once have different numbers. This platform counts them before it waits."
REQUIREMENTS = ("WO-022",)
SCENARIOS = ("Twenty orders that are submitted at once have twenty numbers",)


def count(session):
    return rules.number(session.scalar(select(func.count(WorkOrder.number))) + 1)


if __name__ == "__main__":
    replace(changes, "take_number", count)
    start()
