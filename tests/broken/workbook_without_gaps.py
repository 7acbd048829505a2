from __future__ import annotations

from reference.exports import workbook
from tests.broken._starting import replace, start

RULE = "A workbook has five sheets. This platform leaves out that of research gaps."
REQUIREMENTS = ("EXP-004",)
SCENARIOS = ("The sheets of the workbook are made to be read",)

add = workbook._sheet


def sheet(book, title, columns, rows):
    added = add(book, title, columns, rows)
    if title == "Research Gaps":
        book.remove(added)
    return added


if __name__ == "__main__":
    replace(workbook, "_sheet", sheet)
    start()
