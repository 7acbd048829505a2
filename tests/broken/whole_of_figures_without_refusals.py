from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "The days add up to the whole. This platform leaves today out of the whole."
REQUIREMENTS = ("ANA-013",)
SCENARIOS = ("The days add up to the whole, wherever they are shown",)

summary = figures.summary


def as_of_yesterday(session, first, last):
    found = summary(session, first, last)
    if last >= figures.today() and first < last:
        found.calls = summary(session, first, last - figures.timedelta(days=1)).calls
    return found


if __name__ == "__main__":
    replace(figures, "summary", as_of_yesterday)
    start()
