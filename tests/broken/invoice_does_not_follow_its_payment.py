from __future__ import annotations

from reference.sales import rules
from tests.broken._starting import replace, start

RULE = "An invoice follows its payment. On this platform it stays pending."
REQUIREMENTS = ("SAL-009", "SAL-041")
SCENARIOS = (
    "A verified payment counts, and its invoice follows it",
    "Only what was verified of a payment counts, and the rest is outstanding again",
)


if __name__ == "__main__":
    replace(rules.INVOICE_OF, "verified", "pending")
    start()
