from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "Large numbers are read in thousands. This platform writes their digits only."
REQUIREMENTS = ("EXP-016",)
SCENARIOS = ("Large numbers are read in thousands",)


def number(value):
    return str(value)


if __name__ == "__main__":
    replace(page, "number", number)
    start()
