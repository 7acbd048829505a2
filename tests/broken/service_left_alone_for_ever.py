from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "After half a minute a service is tried again. This platform leaves it alone for an hour."
REQUIREMENTS = ("ATT-041",)
SCENARIOS = (
    "A face service that keeps failing is left alone for half a minute",
    "A face service that fails once more after half a minute is left alone again",
)


if __name__ == "__main__":
    replace(outside, "LEFT_ALONE_SECONDS", 3600)
    start()
