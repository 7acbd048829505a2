from __future__ import annotations

from datetime import timedelta

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "From the day of the payroll on nothing is decided any more. This platform goes on until the end of that day."
REQUIREMENTS = ("ATT-034",)
SCENARIOS = (
    "Until the payroll is closed a record is decided about",
    "Once the payroll is closed nothing is decided that would be paid",
)

closes_there = review.payroll_closes


def payroll_closes(day, cutoff_day, timezone):
    return closes_there(day, cutoff_day, timezone) + timedelta(days=1)


if __name__ == "__main__":
    replace(review, "payroll_closes", payroll_closes)
    start()
