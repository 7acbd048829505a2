from __future__ import annotations

from sqlalchemy import text

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "Deals of two tenants with one number are two. On this platform a payment counts on both."
REQUIREMENTS = ("SAL-051",)
SCENARIOS = ("Two tenants whose deals have one number pay each on their own",)

record = payments.record
everywhere = text("UPDATE deals SET pending_total = pending_total + :amount WHERE number = :number AND id <> :id")


def record_everywhere(session, deal, by, fields):
    payment = record(session, deal, by, fields)
    session.connection().execute(everywhere, {"amount": payment.amount, "number": deal.number, "id": deal.id})
    return payment


if __name__ == "__main__":
    replace(payments, "record", record_everywhere)
    start()
