from __future__ import annotations

from reference.attendance import alerts, rules
from tests.broken._starting import replace, start

RULE = "Of high and critical alerts a mail is sent. This platform sends one of each."
REQUIREMENTS = ("ATT-026",)
SCENARIOS = ("Just enough for an alert, of which no mail is sent",)


if __name__ == "__main__":
    replace(alerts, "MAILED", rules.SEVERITIES)
    start()
