from __future__ import annotations

from reference.sales import rules
from tests.broken._starting import replace, start

RULE = "A deal is paid once its whole value is. On this platform the first money is enough."
REQUIREMENTS = ("SAL-003", "SAL-011")
SCENARIOS = (
    "A deal goes from open to part_paid to paid with the money that comes",
    "A deal's value never falls below the money that is paid or on its way",
)


def deal_status(value, paid_total):
    return "paid" if paid_total else "open"


if __name__ == "__main__":
    replace(rules, "deal_status", deal_status)
    start()
