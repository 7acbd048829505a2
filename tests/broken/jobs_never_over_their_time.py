from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "What runs longer than it may has failed. This platform lets it run."
REQUIREMENTS = ("JOB-044",)
SCENARIOS = (
    "A worker does not go on with what takes too long",
    "Each job has the time that it was given, and ten minutes where none was",
)


def is_over_time(started_at, timeout_seconds, moment):
    return False


if __name__ == "__main__":
    replace(rules, "is_over_time", is_over_time)
    start()
