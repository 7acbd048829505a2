from __future__ import annotations

from reference.core.money import LARGEST
from reference.sales import commission_rules, commissions
from tests.broken._starting import replace, start

RULE = "What would be larger than an amount can be is refused. This platform cuts it to the largest."
REQUIREMENTS = ("SAL-044",)
SCENARIOS = ("What would be larger than an amount can be is not computed",)


def computed(sales, terms):
    found = commission_rules.compute(sales, terms)
    return commission_rules.Computed(*(min(each, LARGEST) for each in vars(found).values()))


if __name__ == "__main__":
    replace(commissions, "computed", computed)
    start()
