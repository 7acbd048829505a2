from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "A vendor's checklist comes after the acceptance. This platform takes it before."
REQUIREMENTS = ("WO-012",)
SCENARIOS = ("The checklist comes after the acceptance, and once",)


if __name__ == "__main__":
    replace(rules.VERBS, "complete", (("approved", "in_progress"), "completed"))
    start()
