from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "A service that keeps failing is left alone. This platform goes on asking."
REQUIREMENTS = ("ATT-041", "CON-038")
SCENARIOS = (
    "A face service that keeps failing is left alone for half a minute",
    "A face service that fails once more after half a minute is left alone again",
    "A model that keeps failing is left alone for half a minute",
    "A model that fails once more after half a minute is left alone again",
)


if __name__ == "__main__":
    replace(outside, "FAILURES_IN_A_ROW", 1_000_000)
    start()
