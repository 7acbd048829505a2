from __future__ import annotations

from reference.core.inputs import Date
from reference.sales import payments_api
from tests.broken._starting import replace, start

RULE = "A payment is not of a day to come. This platform takes tomorrow's."
REQUIREMENTS = ("SAL-038",)
SCENARIOS = ("What a payment cannot be is refused, with the field that is wrong",)


class NewPayment(payments_api.NewPayment):
    paid_on: Date


if __name__ == "__main__":
    replace(payments_api, "NewPayment", NewPayment)
    start()
