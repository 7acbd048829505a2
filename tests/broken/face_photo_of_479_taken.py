from __future__ import annotations

from reference.attendance import enrolments_api
from tests.broken._starting import replace, start

RULE = "A photo has at least 480 by 480 pixels. This platform takes one that has a row less."
REQUIREMENTS = ("ATT-021",)
SCENARIOS = ("Photos that are too few, too many, too small or too large",)


if __name__ == "__main__":
    replace(enrolments_api, "LEAST_PIXELS", 479)
    start()
