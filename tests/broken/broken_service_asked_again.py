from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "A service that says to be broken is not asked again at once. This platform tries it three times."
REQUIREMENTS = ("ATT-041",)
SCENARIOS = ("A face service that is broken is not asked again at once",)


if __name__ == "__main__":
    replace(outside, "TRIED_AGAIN", (429, 500, 502, 503, 504))
    start()
