from __future__ import annotations

from reference.sales import rules
from tests.broken._starting import replace, start

RULE = "A client is clear once all deals are paid. On this platform every client is pending."
REQUIREMENTS = ("SAL-019",)
SCENARIOS = (
    "A client is clear once all deals are paid, and pending with the next one",
    "A refund, a raised value and a deleted deal show in the client's state",
    "With nothing paid a client is pending, and with what is left it is clear",
    "To a bad debtor nothing more is sold, and what was sold can still be paid",
)


def client_status(deals):
    return "pending"


if __name__ == "__main__":
    replace(rules, "client_status", client_status)
    start()
