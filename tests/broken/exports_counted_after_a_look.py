from __future__ import annotations

import time

from reference.core import limits
from tests.broken._starting import replace, start

RULE = "Of exports at once ten are served. This platform looks first, and counts later."
REQUIREMENTS = ("EXP-060",)
SCENARIOS = ("Of twenty exports at once ten are served",)

count_at_once = limits.count
BETWEEN_SECONDS = 0.2  # makes sure that some look before others count


def count(limit, who):
    if limit.counts_refusals:
        return count_at_once(limit, who)
    standing = limits.look(limit, who)
    if not standing.is_over:
        time.sleep(BETWEEN_SECONDS)
        count_at_once(limit, who)
    return limits.Standing(limit, standing.count + 1, standing.seconds_left)


if __name__ == "__main__":
    replace(limits, "count", count)
    start()
