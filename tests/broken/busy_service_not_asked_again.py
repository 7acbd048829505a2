from __future__ import annotations

from reference.core import outside
from tests.broken._starting import replace, start

RULE = "A service that is busy for a moment is asked again. This platform gives up at once."
REQUIREMENTS = ("ATT-041", "CON-037")
SCENARIOS = (
    "A face service that is busy for a moment is asked again",
    "A model that is busy for a moment is asked again",
)


if __name__ == "__main__":
    replace(outside, "TRIED_AGAIN", ())
    start()
