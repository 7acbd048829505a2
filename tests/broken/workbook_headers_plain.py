from __future__ import annotations

from openpyxl.styles import Font, PatternFill

from reference.exports import workbook
from tests.broken._starting import replace, start

RULE = "A header is bold and white on blue. On this platform it looks like the rest."
REQUIREMENTS = ("EXP-014",)
SCENARIOS = ("The sheets of the workbook are made to be read",)


if __name__ == "__main__":
    replace(workbook, "HEADER", {"font": Font(), "fill": PatternFill()})
    start()
