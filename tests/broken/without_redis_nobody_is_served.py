from __future__ import annotations

from reference.core import calls
from reference.core.errors import unavailable
from tests.broken._starting import replace, start

RULE = "Without Redis calls are not counted, and served. This platform refuses what it cannot count."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis people sign in, read and write as ever",)

count_if_possible = calls._count


def count(visit, who):
    count_if_possible(visit, who)
    if visit.request.scope.get("standing", "free") is None:
        raise unavailable("redis")


if __name__ == "__main__":
    replace(calls, "_count", count)
    start()
