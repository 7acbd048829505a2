from __future__ import annotations

from datetime import timedelta

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "A vendor's link is good for 72 hours. This platform's is good for 71."
REQUIREMENTS = ("WO-020",)
SCENARIOS = ("A link is good for 72 hours",)


if __name__ == "__main__":
    replace(rules, "LINK_TIME", timedelta(hours=71))
    start()
