from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Each person's calls are counted apart. This platform counts everybody's together."
REQUIREMENTS = ("API-042",)
SCENARIOS = ("The call after the last is refused, does nothing, and is nobody else's matter",)

count = calls._count


def count_everybody(visit, who):
    count(visit, "everybody")


if __name__ == "__main__":
    replace(calls, "_count", count_everybody)
    start()
