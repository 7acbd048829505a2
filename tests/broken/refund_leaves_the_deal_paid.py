from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "A refund takes the money off the deal. On this platform it stays there."
REQUIREMENTS = ("SAL-017",)
SCENARIOS = (
    "A refund takes the deal back, and happens once",
    "A refund needs a reason, and a deal with nothing left is open again",
)

refund = payments.refund


def refund_and_keep(session, client, deal, payment, by, reason):
    status = deal.status
    refund(session, client, deal, payment, by, reason)
    deal.paid_total += payment.verified_amount
    deal.status = status


if __name__ == "__main__":
    replace(payments, "refund", refund_and_keep)
    start()
