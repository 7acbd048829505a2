from __future__ import annotations

import time

from reference.core import limits
from reference.core.limits import Standing
from reference.core.stores import keys
from tests.broken._starting import replace, start

RULE = "Calls at the same moment are counted one by one. This platform reads the count, and writes it a little later."
REQUIREMENTS = ("API-041",)
SCENARIOS = ("Calls at the same moment are counted one by one",)

BETWEEN_SECONDS = 0.05  # makes sure that several have read before one writes


def count(limit, who):
    key = f"rate:{limit.name}:{who}"
    counted = int(keys().get(key) or 0) + 1
    time.sleep(BETWEEN_SECONDS)
    keys().set(key, counted, ex=limits.WINDOW_SECONDS)
    return Standing(limit, counted, float(limits.WINDOW_SECONDS))


if __name__ == "__main__":
    replace(limits, "count", count)
    start()
