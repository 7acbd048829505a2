from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "A fifth more than the usual speed is forgiven. This platform forgives nothing."
REQUIREMENTS = ("ATT-018",)
SCENARIOS = ("As fast as the means of transport goes, and a fifth more",)


if __name__ == "__main__":
    replace(place, "TOLERANCE", 1.0)
    start()
