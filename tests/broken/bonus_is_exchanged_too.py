from __future__ import annotations

from reference.core.money import NOTHING, rounded
from reference.sales import commission_rules
from tests.broken._starting import replace, start

RULE = "The bonus is added after the exchange. This platform exchanges it, too."
REQUIREMENTS = ("SAL-023",)
SCENARIOS = ("The exchange rate, the bonus and the penalty are reckoned in this order",)


def compute(total_sales, terms):
    amount = rounded(total_sales * terms.rate / 100)
    total = rounded((amount + terms.bonus) * terms.exchange_rate)
    return commission_rules.Computed(amount, total, max(total - terms.penalty, NOTHING), max(terms.penalty - total, NOTHING))


if __name__ == "__main__":
    replace(commission_rules, "compute", compute)
    start()
