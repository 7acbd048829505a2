from __future__ import annotations

from reference.attendance.rules import ALERT_OUTCOMES, ALERT_STATES
from tests.broken._starting import replace, start

RULE = "What was escalated can still be looked into. This platform takes an outcome alone."
REQUIREMENTS = ("ATT-030",)
SCENARIOS = ("What an alert can become",)


if __name__ == "__main__":
    replace(ALERT_STATES, "escalated", ALERT_OUTCOMES)
    start()
