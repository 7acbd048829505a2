from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Who comes and leaves is told to reviewers alone. This platform tells everybody who works."
REQUIREMENTS = ("ATT-001", "ATT-015")
SCENARIOS = (
    "Reviewers see at once who comes and leaves, and nobody else does",
    "Reviewers see at once that there is an alert, and nobody else does",
)


if __name__ == "__main__":
    replace(rules.TOLD, "attendance", "attendance.read")
    start()
