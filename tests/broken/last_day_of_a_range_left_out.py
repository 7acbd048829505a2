from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "A range has both of its ends. This platform leaves the last day out."
REQUIREMENTS = ("ANA-008",)
SCENARIOS = ("A range has both of its ends, and nothing beyond them",)


def without_the_last(column, first, last):
    return column >= figures.begins(first), column < figures.begins(last)


if __name__ == "__main__":
    replace(figures, "within", without_the_last)
    start()
