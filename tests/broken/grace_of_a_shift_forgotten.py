from __future__ import annotations

from reference.attendance import rules
from tests.broken._starting import replace, start

RULE = "Late is who comes after the grace of the shift. This platform counts from its beginning."
REQUIREMENTS = ("ATT-001",)
SCENARIOS = ("Who comes later than the grace of the shift is late",)


def late_minutes(shift, moment, timezone):
    starts = rules.started_at(shift, moment, timezone) if shift else None
    return rules.minutes_between(starts, moment) if starts else 0


if __name__ == "__main__":
    replace(rules, "late_minutes", late_minutes)
    start()
