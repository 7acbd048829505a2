from __future__ import annotations

from reference.sales import commissions_api
from tests.broken._starting import replace, start

RULE = "A salesperson sees the own commissions. On this platform all."
REQUIREMENTS = ("SAL-050",)
SCENARIOS = ("A salesperson sees the own commissions and touches none",)


def own_only(call):
    return []


if __name__ == "__main__":
    replace(commissions_api, "own_only", own_only)
    start()
