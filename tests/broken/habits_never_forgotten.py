from __future__ import annotations

from datetime import timedelta

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Habits are those of ninety days. This platform forgets nothing."
REQUIREMENTS = ("ATT-029",)
SCENARIOS = ("Habits of long ago are forgotten",)


if __name__ == "__main__":
    replace(fraud, "LOOK_BACK", timedelta(days=900))
    start()
