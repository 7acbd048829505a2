from __future__ import annotations

from reference.exports import files
from tests.broken._starting import replace, start

RULE = "The list names the extension of each format. This platform calls workbooks xls."
REQUIREMENTS = ("EXP-007",)
SCENARIOS = ("The list of formats says how each is had, and each address leads to a file",)


if __name__ == "__main__":
    replace(files.FORMATS, "excel", files.Format("Excel", files.FORMATS["excel"].mime_type, "xls", "workbook"))
    start()
