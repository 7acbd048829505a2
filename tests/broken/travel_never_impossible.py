from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "Nobody moves faster than the means of transport. This platform believes that."
REQUIREMENTS = ("ATT-017", "ATT-018")
SCENARIOS = (
    "Nobody is 1740 km further after ten minutes",
    "Faster than the means of transport goes",
    "Nobody leaves from where nobody can be yet",
)


def is_impossible(last, now, transport_mode):
    return False


if __name__ == "__main__":
    replace(place, "is_impossible", is_impossible)
    start()
