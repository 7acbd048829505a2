from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page has two charts. This platform's has none."
REQUIREMENTS = ("EXP-002",)
SCENARIOS = ("The page has its five sections, two charts and a switch",)


def charts(analysis):
    return {}


if __name__ == "__main__":
    replace(page, "charts", charts)
    start()
