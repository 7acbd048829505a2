from __future__ import annotations

import time

from reference.sales import payments_api
from reference.sales.records import Client, Deal, Payment
from tests.broken._starting import replace, start

RULE = "Payments on one deal that are verified at the same moment all count. On this platform the last one wins."
REQUIREMENTS = ("SAL-056",)
SCENARIOS = ("Payments on one deal that are verified at the same moment all count",)


def without_locks(session, payment):
    found = session.get_one(Payment, payment.id)
    deal = session.get_one(Deal, payment.deal_id)
    client = session.get_one(Client, deal.client_id)
    time.sleep(0.5)  # long enough for the others to see the same
    return client, deal, found


if __name__ == "__main__":
    replace(payments_api, "all_locked", without_locks)
    start()
