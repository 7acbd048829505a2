from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "A payment is in its deal's currency. This platform takes any for it."
REQUIREMENTS = ("SAL-037",)
SCENARIOS = ("What a payment cannot be is refused, with the field that is wrong",)


def refuse_other_currency(deal, currency):
    pass


if __name__ == "__main__":
    replace(payments, "refuse_other_currency", refuse_other_currency)
    start()
