from __future__ import annotations

from reference.core.recurring import RECURRING, Recurring
from tests.broken._starting import replace, start

RULE = "Photos that were kept long enough go by themselves. This platform looks for them when asked to, and at midsummer."
REQUIREMENTS = ("ATT-038",)
SCENARIOS = ("Nobody has to look for photos that were kept long enough",)


if __name__ == "__main__":
    replace(RECURRING, "attendance.photos_purge", Recurring("0 * 24 6 *"))
    start()
