from __future__ import annotations

from reference.missions.rules import PROGRESS_OF_PHASE
from tests.broken._starting import replace, start

RULE = "The progress of a mission never goes back. This platform's falls from 90 to 80 percent when it begins to analyse."
REQUIREMENTS = ("MIS-001",)
SCENARIOS = ("The progress of a mission never goes back",)


if __name__ == "__main__":
    replace(PROGRESS_OF_PHASE, "analysing", 80)
    start()
