from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Habits weigh 0.30 and times 0.20. This platform weighs the times more."
REQUIREMENTS = ("ATT-024", "ATT-026")
SCENARIOS = (
    "All that can be odd about habits at once weighs as much as habits can",
    "Place, time and device weigh what they are to weigh",
    "From half on a check-in alerts, and counts all the same",
    "Where suspicion begins",
    "Just not enough for an alert",
    "Just enough for an alert, of which no mail is sent",
)


if __name__ == "__main__":
    replace(fraud, "WEIGHTS", {"behaviour": 0.20, "time": 0.30, "place": 0.30, "device": 0.20})
    start()
