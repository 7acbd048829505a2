from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "Four wrong passwords lock nobody out. This platform locks at the fourth."
REQUIREMENTS = ("ACC-019",)
SCENARIOS = ("Four wrong passwords lock nobody out, and the right one forgets them",)


if __name__ == "__main__":
    replace(rules, "WRONG_PASSWORDS", 4)
    start()
