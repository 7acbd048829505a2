from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "A silent service is waited for 5 seconds in all. This platform waits ten."
REQUIREMENTS = ("ATT-041",)
SCENARIOS = ("Who waits for a silent face service is told within six seconds",)


if __name__ == "__main__":
    replace(outside, "IN_ALL_SECONDS", 10.0)
    start()
