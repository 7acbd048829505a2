from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "What others will ask about needs a comment. This platform needs none."
REQUIREMENTS = ("WO-013",)
SCENARIOS = ("What others will ask about is not done without a comment",)


if __name__ == "__main__":
    replace(rules, "NEEDS_COMMENT", ())
    start()
