from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "A completed order takes no further checklist. This platform takes another."
REQUIREMENTS = ("WO-012",)
SCENARIOS = ("The checklist comes after the acceptance, and once",)


if __name__ == "__main__":
    replace(rules.VERBS, "complete", (("in_progress", "completed"), "completed"))
    start()
