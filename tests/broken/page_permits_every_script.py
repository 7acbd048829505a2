from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page permits exactly its own scripts. This platform's permits any that stands in it."
REQUIREMENTS = ("EXP-056",)
SCENARIOS = ("The page needs nothing from elsewhere, and works under its policy",)


def policy():
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'unsafe-inline'"


if __name__ == "__main__":
    replace(page, "policy", policy)
    start()
