from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "A changed deal is changed. This platform only says so."
REQUIREMENTS = ("SAL-008", "SAL-011")
SCENARIOS = (
    "A deal without a payment is made, read, changed, listed and deleted",
    "Where a deal stands is never sent, and its name and value are",
    "A deal's value never falls below the money that is paid or on its way",
    "A raised value takes a paid deal back, and a lowered one makes it paid",
)


def change(session, client, deal, fields):
    pass


if __name__ == "__main__":
    replace(deals, "change", change)
    start()
