from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A face matches up to a distance of 0.30. This platform takes 0.31 for a match."
REQUIREMENTS = ("ATT-019",)
SCENARIOS = ("What is just not enough to be recognised is refused",)


if __name__ == "__main__":
    replace(faces, "MOST_DISTANCE", 0.31)
    start()
