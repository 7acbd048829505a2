from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "Where a deal stands follows from its value, too. On this platform a paid one stays paid."
REQUIREMENTS = ("SAL-011", "SAL-019")
SCENARIOS = (
    "A raised value takes a paid deal back, and a lowered one makes it paid",
    "A refund, a raised value and a deleted deal show in the client's state",
)

settle = deals.settle


def settle_once(session, client, deal):
    if deal.status != "paid":
        settle(session, client, deal)


if __name__ == "__main__":
    replace(deals, "settle", settle_once)
    start()
