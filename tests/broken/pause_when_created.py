from __future__ import annotations

from reference.missions.rules import TRANSITIONS, VERBS
from tests.broken._starting import replace, start

RULE = "Only a mission that runs can be paused. This platform pauses one that was never started."
REQUIREMENTS = ("MIS-024",)
SCENARIOS = ("What can be done next depends on where a mission stands",)


if __name__ == "__main__":
    replace(VERBS, "pause", (("created", "running"), "paused"))
    replace(TRANSITIONS, "created", ("running", "paused"))
    start()
