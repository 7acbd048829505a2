from __future__ import annotations

from reference.sales import numbers
from tests.broken._starting import replace, start

RULE = "Numbers are consecutive. This platform leaves out every other one."
REQUIREMENTS = ("SAL-014",)
SCENARIOS = (
    "Each tenant counts its own, each kind by itself, and what was refused is not counted",
    "Eight deals at once have eight numbers without a gap",
)

take = numbers.take


def take_two(session, kind):
    take(session, kind)
    return take(session, kind)


if __name__ == "__main__":
    replace(numbers, "take", take_two)
    start()
