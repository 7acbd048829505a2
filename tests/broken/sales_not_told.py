from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What is done to clients, deals, payments and commissions is told. On this platform the trail is silent of it."
REQUIREMENTS = ("AUD-003", "AUD-004")
SCENARIOS = (
    "A client, a deal and a payment leave one event each, with what was sent",
    "What is done to a client and a deal is told once, without what follows from it",
    "What is done to a commission is told once",
)

told_of = audit._told_of
SALES = ("client", "deal", "payment", "commission")


def told_of_others(change):
    return None if change.record.trail.name in SALES else told_of(change)


if __name__ == "__main__":
    replace(audit, "_told_of", told_of_others)
    start()
