from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "A cancelled job is active no more. This platform goes on counting it."
REQUIREMENTS = ("JOB-009", "JOB-010", "JOB-021")
SCENARIOS = (
    "Active is what is still to be done or being done, and nothing else",
    "The rate counts the completed among the completed and the failed",
    "How far a cancelled or failed job was can still be read",
)


if __name__ == "__main__":
    replace(rules, "ACTIVE", ("pending", "running", "cancelled"))
    start()
