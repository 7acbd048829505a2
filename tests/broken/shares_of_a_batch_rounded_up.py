from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "A batch of three is at 33 percent after the first. This platform says 34."
REQUIREMENTS = ("JOB-016", "JOB-021")
SCENARIOS = (
    "A batch of three repositories shows each third of its way, and has an analysis of each",
    "How far a cancelled or failed job was can still be read",
)


def share(done, total):
    return -(-100 * done // total)


if __name__ == "__main__":
    replace(rules, "share", share)
    start()
