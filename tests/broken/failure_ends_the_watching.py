from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Who watches a mission that fails sees its retry. This platform ends the watching."
REQUIREMENTS = ("RT-015", "MIS-008")
SCENARIOS = ("Who watches a mission that fails sees how it is tried again",)


if __name__ == "__main__":
    replace(rules.FINAL, "mission", ("completed", "stopped", "failed"))
    start()
