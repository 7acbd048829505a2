from __future__ import annotations

from reference.core.money import LARGEST, Exact
from reference.sales import payments_api
from tests.broken._starting import replace, start

RULE = "A payment may be of one cent. On this platform two are needed."
REQUIREMENTS = ("SAL-026",)
SCENARIOS = ("A payment of one cent is recorded as one cent",)


class NewPayment(payments_api.NewPayment):
    amount: Exact("0.02", LARGEST)


if __name__ == "__main__":
    replace(payments_api, "NewPayment", NewPayment)
    start()
