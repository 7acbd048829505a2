from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "Confidence is high from 80. On this platform it is from 81."
REQUIREMENTS = ("EXP-016",)
SCENARIOS = ("Confidence has three words",)


if __name__ == "__main__":
    replace(page, "HIGH_FROM", 81)
    start()
