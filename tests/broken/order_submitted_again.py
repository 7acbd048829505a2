from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "An order is submitted only while it is a draft. This platform takes a submission of what is submitted."
REQUIREMENTS = ("WO-004",)
SCENARIOS = ("An order is submitted only while it is a draft",)


if __name__ == "__main__":
    replace(rules.VERBS, "submit", (("draft", "submitted"), "submitted"))
    start()
