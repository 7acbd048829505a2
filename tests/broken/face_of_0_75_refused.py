from __future__ import annotations

from reference.attendance import enrolments
from tests.broken._starting import replace, start

RULE = "A face is enrolled with a quality of 0.75. This platform wants more."
REQUIREMENTS = ("ATT-021",)
SCENARIOS = ("Three photos that are just good enough",)


if __name__ == "__main__":
    replace(enrolments, "LEAST_QUALITY", 0.76)
    start()
