from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "A rejected payment's amount is free for another. On this platform it stays pending."
REQUIREMENTS = ("SAL-042",)
SCENARIOS = ("A rejected payment says why, and its amount is free for another",)

reject = payments.reject


def reject_and_keep(session, client, deal, payment, by, reason):
    reject(session, client, deal, payment, by, reason)
    deal.pending_total += payment.amount


if __name__ == "__main__":
    replace(payments, "reject", reject_and_keep)
    start()
