from __future__ import annotations

from datetime import timedelta

from reference.attendance import escalation
from tests.broken._starting import replace, start

RULE = "An alert waits for a day before it is escalated. This platform escalates it an hour before."
REQUIREMENTS = ("ATT-031",)
SCENARIOS = ("Until the day is over an alert waits",)


if __name__ == "__main__":
    replace(escalation, "WAITS_AT_MOST", timedelta(hours=23))
    start()
