from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "The rate counts the completed and the failed. This platform counts the cancelled too."
REQUIREMENTS = ("JOB-011",)
SCENARIOS = (
    "Where there is nothing to count, rate and mean are empty",
    "The rate counts the completed among the completed and the failed",
)

success_rate = rules.success_rate


def rate_with_cancelled(by_status):
    return success_rate({**by_status, "failed": by_status["failed"] + by_status["cancelled"]})


if __name__ == "__main__":
    replace(rules, "success_rate", rate_with_cancelled)
    start()
