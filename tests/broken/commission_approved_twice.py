from __future__ import annotations

from reference.core import clock
from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "Of two who approve a commission at the same moment one does. On this platform both do."
REQUIREMENTS = ("SAL-020",)
SCENARIOS = ("Of two who approve a commission at the same moment one does, and the other is told",)


def approve(session, commission, by):
    commission.status, commission.approved_by, commission.approved_at = "approved", by, clock.now()


if __name__ == "__main__":
    replace(commissions, "approve", approve)
    start()
