from __future__ import annotations

from reference.missions.rules import FINDING_TRANSITIONS
from tests.broken._starting import replace, start

RULE = "Only a confirmed finding can be fixed. This platform lets an open one be fixed at once."
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("What can be decided depends on what was decided before",)


if __name__ == "__main__":
    replace(FINDING_TRANSITIONS, "open", ("confirmed", "false_positive", "fixed"))
    start()
