from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "A check-in is blocked from a score of 0.8 on. This platform blocks from 0.75."
REQUIREMENTS = ("ATT-025", "ATT-026")
SCENARIOS = ("What is just not enough to be blocked counts, and alerts by mail",)


if __name__ == "__main__":
    replace(fraud, "LEVELS", (("critical", 0.75), *fraud.LEVELS[1:]))
    start()
