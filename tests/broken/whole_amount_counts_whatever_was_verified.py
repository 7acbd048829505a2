from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "What was verified of a payment counts. On this platform the whole does."
REQUIREMENTS = ("SAL-041",)
SCENARIOS = ("Only what was verified of a payment counts, and the rest is outstanding again",)

verify = payments.verify


def verify_all(session, client, deal, payment, by, amount):
    verify(session, client, deal, payment, by, payment.amount)


if __name__ == "__main__":
    replace(payments, "verify", verify_all)
    start()
