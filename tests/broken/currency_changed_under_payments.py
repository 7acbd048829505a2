from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "The currency is fixed once there is a payment. On this platform it changes."
REQUIREMENTS = ("SAL-037",)
SCENARIOS = ("The currency is fixed once there is a payment",)


def refuse_other_currency(session, deal, currency):
    pass


if __name__ == "__main__":
    replace(deals, "refuse_other_currency", refuse_other_currency)
    start()
