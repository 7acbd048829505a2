from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "A device at latitude 0 and longitude 0 does not know its place. This platform believes it."
REQUIREMENTS = ("ATT-015",)
SCENARIOS = (
    "A device that does not know its place is not believed",
    "Reviewers see at once that there is an alert, and nobody else does",
)


def is_null_island(latitude, longitude):
    return False


if __name__ == "__main__":
    replace(place, "is_null_island", is_null_island)
    start()
