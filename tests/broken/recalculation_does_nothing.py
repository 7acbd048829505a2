from __future__ import annotations

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A draft is computed anew when it is asked for. This platform only says so."
REQUIREMENTS = ("SAL-020", "SAL-016")
SCENARIOS = (
    "A draft is computed anew when it is asked for, and not before",
    "A verified payment raises what is paid and what commissions are computed of",
)


def recalculate(session, commission):
    commissions.refuse_settled(commission)


if __name__ == "__main__":
    replace(commissions, "recalculate", recalculate)
    start()
