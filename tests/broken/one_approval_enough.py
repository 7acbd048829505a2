from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "All verifiers and all approvers must approve. To this platform one of them is enough."
REQUIREMENTS = ("WO-002", "WO-003", "WO-006")
SCENARIOS = (
    "An order is approved when the last of its approvers has approved it",
    "What was approved before a rejection does not count after it",
    "A permit is verified by all, then approved",
)


def one_approves(decisions, round_, part):
    made = rules.of_round(decisions, round_, part)
    return any(each["decision"] == "approved" for each in made)


if __name__ == "__main__":
    replace(rules, "all_approve", one_approves)
    start()
