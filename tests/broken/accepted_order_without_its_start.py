from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "An order that a vendor accepts has the time of its start. This platform does not keep it."
REQUIREMENTS = ("WO-010",)
SCENARIOS = ("A vendor accepts the work by the link of the mail",)

move_on = changes.move


def move(session, order, verb, by, comment=""):
    move_on(session, order, verb, by, comment)
    if verb == "start":
        order.started_at = None


if __name__ == "__main__":
    replace(changes, "move", move)
    start()
