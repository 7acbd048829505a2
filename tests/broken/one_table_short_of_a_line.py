from __future__ import annotations

from reference.exports import content
from tests.broken._starting import replace, start

RULE = "A table has one line for each record. This platform leaves the last one out."
REQUIREMENTS = ("EXP-003", "EXP-004", "EXP-009", "EXP-010", "EXP-012")
SCENARIOS = ("An analysis is had as a file that holds all of it",)

write = content.rows


def rows(columns, records):
    return write(columns, records[:-1])


if __name__ == "__main__":
    replace(content, "rows", rows)
    start()
