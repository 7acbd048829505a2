from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "A deal with money on it or on its way is not cancelled. This platform cancels it, and a cancelled one again."
REQUIREMENTS = ("SAL-018",)
SCENARIOS = (
    "With money on it or on its way a deal is not cancelled",
    "Of two who cancel a deal at the same moment one does, and the other is told",
)


def refuse_with_money(deal):
    pass


if __name__ == "__main__":
    replace(deals, "refuse_with_money", refuse_with_money)
    start()
