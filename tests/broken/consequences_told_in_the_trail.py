from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = ("What follows from a payment leaves no event of its own. On this platform the deal and the client are told of"
        " beside it.")
REQUIREMENTS = ("SAL-012", "AUD-004")
SCENARIOS = (
    "The owner reads what was paid on a deal and what was done with it",
    "Each decision on a payment is told once, whatever it does to deal, client and invoice",
)


def follows(session, record):
    pass


if __name__ == "__main__":
    replace(audit, "follows", follows)
    start()
