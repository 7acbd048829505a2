from __future__ import annotations

from reference.missions.rules import FINDING_TRANSITIONS
from tests.broken._starting import replace, start

RULE = "A fixed finding can be opened again. On this platform it stays fixed for good."
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("What can be decided depends on what was decided before",)


if __name__ == "__main__":
    replace(FINDING_TRANSITIONS, "fixed", ())
    start()
