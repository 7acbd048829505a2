from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "A check-in alerts from a score of 0.5 on. This platform waits for more."
REQUIREMENTS = ("ATT-026",)
SCENARIOS = ("Just enough for an alert, of which no mail is sent",)


if __name__ == "__main__":
    replace(fraud, "ALERTED_FROM", 0.51)
    start()
