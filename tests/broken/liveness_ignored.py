from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A face that does not live is refused. This platform asks only whose it is."
REQUIREMENTS = ("ATT-019", "ATT-020")
SCENARIOS = (
    "What is just not enough to be recognised is refused",
    "A photo of a photo is refused, and alerts the supervisors",
    "From where on a photo is taken for a trick",
)


if __name__ == "__main__":
    replace(faces, "LEAST_LIVENESS", 0.0)
    start()
