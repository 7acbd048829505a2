from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "The files hold each day of the range. This platform leaves out days on which nobody called."
REQUIREMENTS = ("ANA-005", "ANA-006")
SCENARIOS = ("Both files hold each day of the range",)

days = figures.days


if __name__ == "__main__":
    replace(figures, "days", lambda session, first, last: [day for day in days(session, first, last) if day.calls])
    start()
