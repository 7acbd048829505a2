from __future__ import annotations

from reference.attendance import rules
from tests.broken._starting import replace, start

RULE = "The minutes from coming to leaving count. This platform takes an hour off for lunch."
REQUIREMENTS = ("ATT-001", "ATT-011")
SCENARIOS = ("Somebody comes to a site and leaves it again", "The minutes that somebody has worked")

split = rules.split


def after_lunch(minutes):
    return split(max(0, minutes - 60))


if __name__ == "__main__":
    replace(rules, "split", after_lunch)
    start()
