from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "The author of an order never decides about it. On this platform the author does like others."
REQUIREMENTS = ("WO-017",)
SCENARIOS = (
    "The author of an order never decides about it",
    "Where nobody is named any supervisor decides, but not the author",
)


def may_decide(part, person_id, author_id, named):
    return person_id in named or (part == "approver" and not named)


if __name__ == "__main__":
    replace(rules, "may_decide", may_decide)
    start()
