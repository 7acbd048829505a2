from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "The mean duration counts completed jobs. This platform counts whatever lasted longest."
REQUIREMENTS = ("JOB-011",)
SCENARIOS = ("The mean duration counts what was completed, and nothing else",)


def mean_duration(means):
    return max((each for each in means.values() if each is not None), default=None)


if __name__ == "__main__":
    replace(rules, "mean_duration", mean_duration)
    start()
