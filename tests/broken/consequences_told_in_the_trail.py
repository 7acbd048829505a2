from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What follows from a payment leaves no event of its own. On this platform the deal's change is told, too."
REQUIREMENTS = ("SAL-012",)
SCENARIOS = ("The owner reads what was paid on a deal and what was done with it",)


def follows(session, record):
    pass


if __name__ == "__main__":
    replace(audit, "follows", follows)
    start()
