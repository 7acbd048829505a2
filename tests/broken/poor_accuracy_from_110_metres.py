from __future__ import annotations

from reference.attendance import place
from tests.broken._starting import replace, start

RULE = "A device that is accurate to more than 100 metres is warned of. This platform warns from 110."
REQUIREMENTS = ("ATT-014",)
SCENARIOS = ("A device that is not accurate is warned of",)


if __name__ == "__main__":
    replace(place, "POOR_ACCURACY_M", 110.0)
    start()
