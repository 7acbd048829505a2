from __future__ import annotations

from reference.core import limits
from reference.core.errors import unavailable
from tests.broken._starting import replace, start

RULE = "Without Redis calls are not counted, and served. This platform refuses what it cannot count."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis people sign in, read and write as ever",)

count_if_possible = limits.count


def count(limit, who):
    counted = count_if_possible(limit, who)
    if counted is None:
        raise unavailable("redis")
    return counted


if __name__ == "__main__":
    replace(limits, "count", count)
    start()
