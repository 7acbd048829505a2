from __future__ import annotations

import time

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A hundred previews take at most 5 seconds. On this platform each takes a tenth of one."
REQUIREMENTS = ("SAL-058",)
SCENARIOS = ("A hundred previews one after another",)

computed = commissions.computed


def computed_slowly(sales, terms):
    time.sleep(0.1)
    return computed(sales, terms)


if __name__ == "__main__":
    replace(commissions, "computed", computed_slowly)
    start()
