from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A mission that is held cannot be deleted. This platform deletes it."
REQUIREMENTS = ("MIS-026",)
SCENARIOS = ("A mission that runs or waits cannot be deleted",)


if __name__ == "__main__":
    replace(rules, "DELETABLE", ("created", "paused", "stopped", "completed", "failed"))
    start()
