from __future__ import annotations

from dataclasses import replace as with_other

from reference.core.money import NOTHING
from reference.sales import commission_rules
from tests.broken._starting import replace, start

RULE = "What a penalty takes beyond the commission is shown. This platform hides it."
REQUIREMENTS = ("SAL-025",)
SCENARIOS = ("What a penalty takes beyond the commission is shown, and nobody owes it",)

compute = commission_rules.compute


def compute_without_rest(total_sales, terms):
    return with_other(compute(total_sales, terms), uncovered_penalty=NOTHING)


if __name__ == "__main__":
    replace(commission_rules, "compute", compute_without_rest)
    start()
