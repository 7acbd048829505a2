from __future__ import annotations

import re

from reference.exports import workbook
from tests.broken._starting import replace, start

RULE = "A name is the same in every file. This platform's workbook has no signs beyond the first 65,536."
REQUIREMENTS = ("EXP-021",)
SCENARIOS = ("A name in whatever script is the same in every file",)


if __name__ == "__main__":
    replace(workbook, "UNWRITABLE", re.compile("[\U00010000-\U0010ffff]"))
    start()
