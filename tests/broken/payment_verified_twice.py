from __future__ import annotations

import time

from reference.sales import access, payments_api
from reference.sales.records import Client, Deal, Payment
from tests.broken._starting import replace, start

RULE = "Of two who verify a payment at the same moment one does. On this platform both look before they lock."
REQUIREMENTS = ("SAL-056",)
SCENARIOS = ("Of two who verify a payment at the same moment one does, and the other is told",)


def seen_before(session, payment):
    found = session.get_one(Payment, payment.id)
    deal = session.get_one(Deal, payment.deal_id)
    client = session.get_one(Client, deal.client_id)
    time.sleep(0.5)  # long enough for the other to see the same
    access.clients_row(session, payment.deal_id)
    return client, deal, found


if __name__ == "__main__":
    replace(payments_api, "all_locked", seen_before)
    start()
