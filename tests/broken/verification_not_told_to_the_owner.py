from __future__ import annotations

from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "What became of a payment is told to the deal's owner. On this platform nobody is told."
REQUIREMENTS = ("SAL-006", "NTF-011")
SCENARIOS = (
    "A verified payment is the same wherever one looks",
    "What becomes of a payment is told to the deal's owner, with the reason where there is one",
)


def of_decision(session, payment, deal, by_id):
    pass


if __name__ == "__main__":
    replace(telling, "of_decision", of_decision)
    start()
