from __future__ import annotations

from reference.core.money import CENT
from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "Payments add up to the cent. This platform loses one with the third."
REQUIREMENTS = ("SAL-004",)
SCENARIOS = ("Three payments add up to the whole to the cent",)

verify = payments.verify


def verify_and_lose(session, client, deal, payment, by, amount):
    verify(session, client, deal, payment, by, amount - CENT if payment.number.endswith("3") else amount)


if __name__ == "__main__":
    replace(payments, "verify", verify_and_lose)
    start()
