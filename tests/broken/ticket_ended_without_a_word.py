from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "Resolving, closing and cancelling need a comment. This platform asks for none."
REQUIREMENTS = ("TKT-015",)
SCENARIOS = ("Whoever resolves, closes or cancels a ticket says something about it",)


if __name__ == "__main__":
    replace(rules, "WITH_COMMENT", ())
    start()
