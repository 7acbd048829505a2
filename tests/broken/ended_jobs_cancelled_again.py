from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "What has ended is not cancelled. This platform cancels it once more."
REQUIREMENTS = ("JOB-031", "JOB-043")
SCENARIOS = ("What has ended is not cancelled", "Of two who cancel a job at the same moment one does")


if __name__ == "__main__":
    replace(rules.TRANSITIONS, "cancelled", ("cancelled",))
    start()
