from __future__ import annotations

from sqlalchemy import func, select

from reference.sales import commissions
from reference.sales.records import Payment
from tests.broken._starting import replace, start

RULE = "Only verified payments on the own deals count. On this platform everybody's do, in every currency."
REQUIREMENTS = ("SAL-005",)
SCENARIOS = ("Only what was verified, in the currency, on the own deals counts, and not what went back",)


def total_sales(session, commission):
    return session.scalar(select(func.coalesce(func.sum(Payment.verified_amount), commissions.NOTHING)))


if __name__ == "__main__":
    replace(commissions, "total_sales", total_sales)
    start()
