from __future__ import annotations

from reference.attendance import enrolments
from tests.broken._starting import replace, start

RULE = "A face is enrolled with a quality of at least 0.75. This platform takes one of 0.74."
REQUIREMENTS = ("ATT-021",)
SCENARIOS = ("What the service does not find good enough is not kept, neither here nor there",)


if __name__ == "__main__":
    replace(enrolments, "LEAST_QUALITY", 0.74)
    start()
