from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "No cell of a table is a formula. This platform writes what begins with = as it is."
REQUIREMENTS = ("REP-014",)
SCENARIOS = ("The report as a table has one row a finding, and no formula",)


if __name__ == "__main__":
    replace(downloads, "FORMULA_BEGINNINGS", ("+", "-", "@", "\t", "\r", "\n"))
    start()
