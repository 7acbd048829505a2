from __future__ import annotations

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "A text that begins with a tab is no formula either. This platform marks the signs that can be seen."
REQUIREMENTS = ("EXP-054",)
SCENARIOS = ("A text that begins with a tab or a carriage return is no formula either",)


if __name__ == "__main__":
    replace(downloads, "FORMULA_BEGINNINGS", ("=", "+", "-", "@"))
    start()
