from __future__ import annotations

from reference.sales import rules
from tests.broken._starting import replace, start

RULE = "A client is clear once all deals are paid. On this platform one is enough."
REQUIREMENTS = ("SAL-019",)
SCENARIOS = (
    "A client is clear once all deals are paid, and pending with the next one",
    "With nothing paid a client is pending, and with what is left it is clear",
)


def client_status(deals):
    return "clear" if "paid" in deals else "pending"


if __name__ == "__main__":
    replace(rules, "client_status", client_status)
    start()
