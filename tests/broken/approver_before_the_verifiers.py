from __future__ import annotations

from reference.work_orders import decisions
from tests.broken._starting import replace, start

RULE = "The approvers of a permit wait for its verifiers. On this platform they do not."
REQUIREMENTS = ("WO-006", "WO-007")
SCENARIOS = ("The approvers wait for the verifiers", "An approver's no lets the verifiers begin again, too")


def let_pass(order, part):
    pass


if __name__ == "__main__":
    replace(decisions, "refuse_out_of_turn", let_pass)
    start()
