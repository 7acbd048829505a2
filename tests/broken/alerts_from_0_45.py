from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "A check-in alerts from a score of 0.5 on. This platform alerts from 0.45."
REQUIREMENTS = ("ATT-026",)
SCENARIOS = ("Just not enough for an alert",)


if __name__ == "__main__":
    replace(fraud, "ALERTED_FROM", 0.45)
    start()
