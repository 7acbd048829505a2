from __future__ import annotations

from dataclasses import replace as with_other

from reference.core.money import rounded
from reference.sales import commission_rules
from tests.broken._starting import replace, start

RULE = "Each step of a commission is rounded. This platform rounds at the end."
REQUIREMENTS = ("SAL-023",)
SCENARIOS = ("Each step is rounded by itself",)

compute = commission_rules.compute


def compute_late(total_sales, terms):
    total = rounded(total_sales * terms.rate / 100 * terms.exchange_rate) + terms.bonus
    return with_other(compute(total_sales, terms), total_commission=total)


if __name__ == "__main__":
    replace(commission_rules, "compute", compute_late)
    start()
