from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Work that is begun or done is not accepted again. This platform begins it anew."
REQUIREMENTS = ("WO-012",)
SCENARIOS = ("What is done is neither accepted nor declined any more",)


if __name__ == "__main__":
    replace(rules.VERBS, "start", (("approved", "in_progress", "completed"), "in_progress"))
    start()
