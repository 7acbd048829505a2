from __future__ import annotations

from reference.exports import workbook
from tests.broken._starting import replace, start

RULE = "A name that looks like a formula is a text. This platform lets the workbook take it for one."
REQUIREMENTS = ("EXP-055",)
SCENARIOS = ("A name that looks like a formula is a text",)


def put(cell, value):
    cell.value = value
    return cell


if __name__ == "__main__":
    replace(workbook, "_put", put)
    start()
