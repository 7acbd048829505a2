from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A completed task is left alone. This platform closes it, too."
REQUIREMENTS = ("TSK-007",)
SCENARIOS = ("What is completed is left alone",)


if __name__ == "__main__":
    replace(rules, "OPEN", (*rules.OPEN, "completed"))
    start()
