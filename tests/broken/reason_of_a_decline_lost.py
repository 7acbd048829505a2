from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "A declined order says why. This platform does not keep it."
REQUIREMENTS = ("WO-011",)
SCENARIOS = ("A vendor who declines says why",)

keep = changes.decline


def decline(session, order, reason):
    keep(session, order, reason)
    order.decline_reason = None


if __name__ == "__main__":
    replace(changes, "decline", decline)
    start()
