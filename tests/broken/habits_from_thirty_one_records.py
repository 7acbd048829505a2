from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Habits are known from thirty records on. This platform wants one more."
REQUIREMENTS = ("ATT-029", "ATT-024", "ATT-025")
SCENARIOS = (
    "Habits are known from thirty records on",
    "At what time of day somebody comes",
    "To which place somebody comes",
    "On which day somebody comes",
    "All that can be odd about habits at once weighs as much as habits can",
    "What is just enough is blocked, and nothing of it is kept but the alert",
)


if __name__ == "__main__":
    replace(fraud, "HABIT_RECORDS", 31)
    start()
