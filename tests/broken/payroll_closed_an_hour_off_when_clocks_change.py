from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "The payroll is closed at that day's midnight. This platform reckons with how clocks stood on the day of the work."
REQUIREMENTS = ("ATT-034",)
SCENARIOS = ("Where clocks are changed the payroll is closed at midnight all the same",)

closes_there = review.payroll_closes


def payroll_closes(day, cutoff_day, timezone):
    closes = closes_there(day, cutoff_day, timezone)
    then = datetime.combine(day, time(), ZoneInfo(timezone)).utcoffset()
    return closes + (closes.utcoffset() - then)


if __name__ == "__main__":
    replace(review, "payroll_closes", payroll_closes)
    start()
