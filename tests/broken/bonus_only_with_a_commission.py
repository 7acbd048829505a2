from __future__ import annotations

from dataclasses import replace as with_other

from reference.core.money import NOTHING
from reference.sales import commission_rules
from tests.broken._starting import replace, start

RULE = "Without a commission there is still the bonus. On this platform there is nothing."
REQUIREMENTS = ("SAL-024",)
SCENARIOS = ("From nothing to the whole of the sales",)

compute = commission_rules.compute


def compute_nothing(total_sales, terms):
    found = compute(total_sales, terms)
    return found if found.commission_amount else with_other(found, total_commission=NOTHING)


if __name__ == "__main__":
    replace(commission_rules, "compute", compute_nothing)
    start()
