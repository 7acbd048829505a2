from __future__ import annotations

from reference.core.limits import Standing
from tests.broken._starting import replace, start

RULE = "The call after the last is refused. This platform serves it, and refuses the next one."
REQUIREMENTS = ("API-043",)
SCENARIOS = ("The eleventh sign-in of a minute is refused, with the right password too",)


def is_over(standing):
    return standing.count > standing.limit.most + 1


if __name__ == "__main__":
    replace(Standing, "is_over", property(is_over))
    start()
