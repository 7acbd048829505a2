from __future__ import annotations

from reference.missions.rules import VERBS
from tests.broken._starting import replace, start

RULE = "A mission that waits for approval is not resumed. This platform lets it run on unasked."
REQUIREMENTS = ("MIS-024",)
SCENARIOS = ("What can be done next depends on where a mission stands",)


if __name__ == "__main__":
    replace(VERBS, "resume", (("paused", "awaiting_approval"), "running"))
    start()
