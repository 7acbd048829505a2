from __future__ import annotations

from reference.attendance.rules import OVERRIDE_STATES
from tests.broken._starting import replace, start

RULE = "What was decided about a wish stands. This platform lets another decision follow."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = (
    "Of a grant and a refusal at the same moment one holds",
    "What was decided takes no further decision",
)


if __name__ == "__main__":
    replace(OVERRIDE_STATES, "manually_approved", OVERRIDE_STATES["pending"])
    replace(OVERRIDE_STATES, "rejected", OVERRIDE_STATES["pending"])
    start()
