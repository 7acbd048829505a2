from __future__ import annotations

from decimal import ROUND_HALF_EVEN

from reference.core.money import CENT
from reference.sales import commission_rules
from tests.broken._starting import replace, start

RULE = "Half a cent is rounded up. This platform rounds it to the even cent."
REQUIREMENTS = ("SAL-022",)
SCENARIOS = ("Half a cent is rounded up",)


def rounded(amount):
    return amount.quantize(CENT, ROUND_HALF_EVEN)


if __name__ == "__main__":
    replace(commission_rules, "rounded", rounded)
    start()
