from __future__ import annotations

from reference.core.limits import Standing
from tests.broken._starting import replace, start

RULE = "The last call that is left is served. This platform refuses it."
REQUIREMENTS = ("API-042",)
SCENARIOS = ("The call after the last is refused, does nothing, and is nobody else's matter",)


def is_over(standing):
    return standing.count >= standing.limit.most


if __name__ == "__main__":
    replace(Standing, "is_over", property(is_over))
    start()
