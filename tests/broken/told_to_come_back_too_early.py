from __future__ import annotations

from reference.core.limits import Standing
from tests.broken._starting import replace, start

RULE = "Who waits as long as told is served again. This platform names half of the time."
REQUIREMENTS = ("API-045",)
SCENARIOS = ("Who waits as long as told is served again",)


def reset(standing):
    return max(1, int(standing.seconds_left / 2))


if __name__ == "__main__":
    replace(Standing, "reset", property(reset))
    start()
