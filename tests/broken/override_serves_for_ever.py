from __future__ import annotations

from datetime import timedelta

from reference.attendance import rules
from tests.broken._starting import replace, start

RULE = "An override serves within 24 hours of its decision. This platform lets it serve for a week."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("A wish that was granted serves for a day",)


if __name__ == "__main__":
    replace(rules, "OVERRIDE_SERVES", timedelta(days=7))
    start()
