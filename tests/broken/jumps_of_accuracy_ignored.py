from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "A device whose accuracy jumps is suspicious. This platform does not look at it."
REQUIREMENTS = ("ATT-016",)
SCENARIOS = (
    "A device whose accuracy jumps is suspicious",
    "A device that is inaccurate all of a sudden is not believed",
)


if __name__ == "__main__":
    replace(place, "JUMP_M", 2000.0)
    start()
