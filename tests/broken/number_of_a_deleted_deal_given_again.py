from __future__ import annotations

from sqlalchemy import func, select

from reference.sales import numbers, rules
from reference.sales.records import Deal
from tests.broken._starting import replace, start

RULE = "The number of a deleted deal is not given again. On this platform it is."
REQUIREMENTS = ("SAL-014",)
SCENARIOS = ("The number of a deleted deal is not given again",)

take = numbers.take


def take_first_free(session, kind):
    if kind != "deal":
        return take(session, kind)
    return rules.number(kind, 1 + session.scalar(select(func.count(Deal.id))))


if __name__ == "__main__":
    replace(numbers, "take", take_first_free)
    start()
