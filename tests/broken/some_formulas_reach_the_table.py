from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "No cell of a table is a formula. This platform knows those that begin with = and +, not those with - and @."
REQUIREMENTS = ("REP-014",)
SCENARIOS = ("No sign makes a formula of what people wrote",)


if __name__ == "__main__":
    replace(downloads, "FORMULA_BEGINNINGS", ("=", "+"))
    start()
