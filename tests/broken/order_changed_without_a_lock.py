from __future__ import annotations

import time

from reference.work_orders import access
from tests.broken._starting import replace, start

RULE = "Decisions at one moment both count, and of equal verbs one succeeds. This platform does not lock what it changes."
REQUIREMENTS = ("WO-021", "WO-004")
SCENARIOS = ("Two approvers who approve at the same moment both count", "Of eight who start an order at once one succeeds")

UNTIL_THE_CHANGE_SECONDS = 0.3  # makes sure that both have looked before one changes
see = access.visible


def visible(session, person, work_order_id, *, locked=False):
    found = see(session, person, work_order_id)
    if locked:
        time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return found


if __name__ == "__main__":
    replace(access, "visible", visible)
    start()
