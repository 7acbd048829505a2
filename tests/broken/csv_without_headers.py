from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "Each table has its header. This platform writes the rows alone."
REQUIREMENTS = ("EXP-003", "EXP-009", "EXP-010", "EXP-011", "EXP-012", "EXP-013")
SCENARIOS = (
    "An analysis is had as a file that holds all of it",
    "The columns of each table",
    "All tables in one file stand in their order, parted by empty lines",
)

write = downloads.csv_lines


def csv_lines(rows):
    return write(list(rows)[1:])


if __name__ == "__main__":
    replace(downloads, "csv_lines", csv_lines)
    start()
