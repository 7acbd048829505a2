from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "Signs that mean something in a table come back as they were. This platform quotes nothing."
REQUIREMENTS = ("EXP-020",)
SCENARIOS = ("Signs that mean something in a table come back as they were",)


def csv_lines(rows):
    return "".join(",".join(str(downloads._cell(value)) for value in row) + "\r\n" for row in rows)


if __name__ == "__main__":
    replace(downloads, "csv_lines", csv_lines)
    start()
