from __future__ import annotations

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "An event is kept for 90 days. This platform purges it after 88."
REQUIREMENTS = ("AUD-011",)
SCENARIOS = ("After ninety days an event goes, and not a day before",)


if __name__ == "__main__":
    replace(rules, "KEPT_DAYS", 88)
    start()
