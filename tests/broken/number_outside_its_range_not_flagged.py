from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A number outside its range is flagged. This platform flags none."
REQUIREMENTS = ("TSK-005",)
SCENARIOS = ("A number outside its range is flagged, and the limits are in it",)


if __name__ == "__main__":
    replace(rules, "is_flagged", lambda question, answer: False)
    start()
