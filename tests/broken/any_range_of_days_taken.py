from __future__ import annotations

from reference.analytics import api
from tests.broken._starting import replace, start

RULE = "A range has its beginning first and at most 366 days. This platform takes any."
REQUIREMENTS = ("ANA-015",)
SCENARIOS = ("What is no range of days is refused",)

range_of = api.range_of


def any_range(wanted):
    if wanted.date_from is None or wanted.date_to is None:
        return range_of(wanted)
    return min(wanted.date_from, wanted.date_to), max(wanted.date_from, wanted.date_to)


if __name__ == "__main__":
    replace(api, "range_of", any_range)
    start()
