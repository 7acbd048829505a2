from __future__ import annotations

import time

from reference.work_orders import changes
from reference.work_orders.records import WorkOrder
from tests.broken._starting import replace, start

RULE = "Of two who accept by one link at once one succeeds. This platform does not lock what they change."
REQUIREMENTS = ("WO-010",)
SCENARIOS = ("Of two who follow one link at the same moment one accepts",)

UNTIL_THE_CHANGE_SECONDS = 0.3  # makes sure that both have looked before one changes


def look(session, work_order_id):
    found = session.get(WorkOrder, work_order_id)
    time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return found


if __name__ == "__main__":
    replace(changes, "lock", look)
    start()
