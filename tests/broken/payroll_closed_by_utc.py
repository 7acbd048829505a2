from __future__ import annotations

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "The payroll is closed at midnight as the tenant's clock has it. This platform takes midnight in UTC."
REQUIREMENTS = ("ATT-034",)
SCENARIOS = (
    "Until the payroll is closed a record is decided about",
    "Where clocks are changed the payroll is closed at midnight all the same",
)

closes_there = review.payroll_closes


def payroll_closes(day, cutoff_day, timezone):
    return closes_there(day, cutoff_day, "UTC")


if __name__ == "__main__":
    replace(review, "payroll_closes", payroll_closes)
    start()
