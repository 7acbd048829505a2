from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A mission that has failed can be deleted. This platform keeps it."
REQUIREMENTS = ("MIS-026",)
SCENARIOS = ("A mission that does not run can be deleted",)


if __name__ == "__main__":
    replace(rules, "DELETABLE", ("created", "stopped", "completed"))
    start()
