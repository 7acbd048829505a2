from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A mission that runs has no report. This platform makes one all the same."
REQUIREMENTS = ("REP-015",)
SCENARIOS = ("A mission that has not come far enough has no report",)


if __name__ == "__main__":
    replace(rules, "REPORTED", ("running", "paused", "stopped", "completed", "failed"))
    start()
