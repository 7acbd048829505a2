from __future__ import annotations

from reference.attendance.rules import ALERT_STATES
from tests.broken._starting import replace, start

RULE = "What an alert was settled as stands. This platform lets it be looked into again."
REQUIREMENTS = ("ATT-030",)
SCENARIOS = ("What an alert cannot become",)


if __name__ == "__main__":
    replace(ALERT_STATES, "resolved_legitimate", ("investigating",))
    start()
