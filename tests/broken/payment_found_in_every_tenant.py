from __future__ import annotations

from sqlalchemy import select

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.sales import access
from reference.sales.records import Payment
from tests.broken._starting import replace, start

RULE = "A payment of another tenant does not exist. On this platform it is found by its id."
REQUIREMENTS = ("SAL-052",)
SCENARIOS = ("A payment of another tenant does not exist, and no trail tells of a decision",)


def payment(call, session, payment_id):
    with transaction(EVERY_TENANT) as every:
        return existing(every.scalar(select(Payment).where(Payment.id == record_id(payment_id))))


if __name__ == "__main__":
    replace(access, "payment", payment)
    start()
