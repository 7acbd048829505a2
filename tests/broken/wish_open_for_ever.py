from __future__ import annotations

from datetime import timedelta

from reference.attendance import overrides
from tests.broken._starting import replace, start

RULE = "A wish about which nobody decides runs out after 24 hours. This platform leaves it open for a month."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = (
    "A wish about which nobody has decided runs out after a day",
    "A wish at which nobody has looked for a day is not granted any more",
)


if __name__ == "__main__":
    replace(overrides, "OPEN_FOR", timedelta(days=30))
    start()
