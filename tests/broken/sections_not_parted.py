from __future__ import annotations

from reference.exports import tables
from tests.broken._starting import replace, start

RULE = "Sections are parted by empty lines. This platform writes none."
REQUIREMENTS = ("EXP-013",)
SCENARIOS = ("All tables in one file stand in their order, parted by empty lines",)

write = tables.LINES["combined"]


def combined(analysis):
    return (row for row in write(analysis) if row)


if __name__ == "__main__":
    replace(tables.LINES, "combined", combined)
    start()
