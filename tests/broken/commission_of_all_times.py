from __future__ import annotations

from datetime import date

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A payment belongs to the period in which it was verified. On this platform it belongs to every one."
REQUIREMENTS = ("SAL-005",)
SCENARIOS = ("The day on which a payment was verified decides to which period it belongs",)

total_sales = commissions.total_sales


class Always:
    def __init__(self, commission):
        self.person_id, self.currency = commission.person_id, commission.currency
        self.period_start, self.period_end = date(2000, 1, 1), date(2100, 1, 1)


def total_sales_ever(session, commission):
    return total_sales(session, Always(commission))


if __name__ == "__main__":
    replace(commissions, "total_sales", total_sales_ever)
    start()
