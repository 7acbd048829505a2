from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "A device that is inaccurate all of a sudden is not believed. This platform marks it, and lets people in."
REQUIREMENTS = ("ATT-016",)
SCENARIOS = ("A device that is inaccurate all of a sudden is not believed",)


if __name__ == "__main__":
    replace(place, "UNRELIABLE", 1.0)
    start()
