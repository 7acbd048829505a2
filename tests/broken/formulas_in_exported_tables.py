from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "No spreadsheet takes a text for a formula. This platform marks only the sign of equality."
REQUIREMENTS = ("EXP-054",)
SCENARIOS = ("No spreadsheet takes a text for a formula",)


if __name__ == "__main__":
    replace(downloads, "FORMULA_BEGINNINGS", ("=",))
    start()
