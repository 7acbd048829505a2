from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "Only verified money counts as paid. On this platform pending money does, too."
REQUIREMENTS = ("SAL-010",)
SCENARIOS = ("A verified payment counts, and its invoice follows it",)

record = payments.record


def record_as_paid(session, deal, by, fields):
    payment = record(session, deal, by, fields)
    deal.pending_total -= payment.amount
    deal.paid_total += payment.amount
    return payment


if __name__ == "__main__":
    replace(payments, "record", record_as_paid)
    start()
