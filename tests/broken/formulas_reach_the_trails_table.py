from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "No cell of the trail's table is a formula. This platform writes what begins with = as it is."
REQUIREMENTS = ("AUD-010",)
SCENARIOS = ("As a table the trail has a row for each event that was asked for, and no formula",)


if __name__ == "__main__":
    replace(downloads, "FORMULA_BEGINNINGS", ("+", "-", "@", "\t", "\r", "\n"))
    start()
