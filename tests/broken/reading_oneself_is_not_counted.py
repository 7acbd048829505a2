from __future__ import annotations

from reference.core import calls, limits
from tests.broken._starting import replace, start

RULE = "Every operation that needs a sign-in is counted. This platform forgets the one that people ask for most."
REQUIREMENTS = ("API-043",)
SCENARIOS = ("Every operation that needs a sign-in is counted",)

count = calls._count


def count_others(visit, who):
    if visit.request.url.path == "/api/v2/me":
        visit.request.scope["standing"] = limits.Standing(limits.GENERAL, 1, 60.0)
    else:
        count(visit, who)


if __name__ == "__main__":
    replace(calls, "_count", count_others)
    start()
