from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "A service is left alone after five failures in a row. This platform has enough after four."
REQUIREMENTS = ("ATT-041", "CON-038")
SCENARIOS = (
    "A face service that fails four times, and not a fifth, is asked on",
    "A model that fails four times, and not a fifth, is asked on",
)


if __name__ == "__main__":
    replace(outside, "FAILURES_IN_A_ROW", 4)
    start()
