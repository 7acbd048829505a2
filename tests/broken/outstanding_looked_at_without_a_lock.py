from __future__ import annotations

import time

from reference.sales import access
from tests.broken._starting import replace, start

RULE = "Payments at the same moment see each other. On this platform each sees the deal as it was before."
REQUIREMENTS = ("SAL-055",)
SCENARIOS = (
    "Six payments at once are recorded where there is room for six",
    "Of six payments at once as many are recorded as there is room for",
    "Of two who record what is left at the same moment one does, and the other is told",
)


def locked_deal(call, session, deal_id):
    deal = access.deal(call, session, str(deal_id))
    time.sleep(0.5)  # long enough for the others to see the same
    return deal


if __name__ == "__main__":
    replace(access, "locked_deal", locked_deal)
    start()
