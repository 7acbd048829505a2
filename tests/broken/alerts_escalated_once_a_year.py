from __future__ import annotations

from reference.core.recurring import RECURRING, Recurring
from tests.broken._starting import replace, start

RULE = "Alerts that have waited too long are looked for by themselves. This platform does it when asked to, and at New Year."
REQUIREMENTS = ("ATT-031",)
SCENARIOS = ("Nobody has to look for alerts that have waited too long",)


if __name__ == "__main__":
    replace(RECURRING, "attendance.escalate", Recurring("0 * 1 1 *", "high"))
    start()
