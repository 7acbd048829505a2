from __future__ import annotations

from reference.work_orders import decisions
from tests.broken._starting import replace, start

RULE = "One rejection is enough. To this platform it is one decision among others."
REQUIREMENTS = ("WO-003", "WO-007", "WO-021")
SCENARIOS = (
    "A rejected order is corrected, resubmitted, and decided anew",
    "An order that one approves while another rejects it is a draft",
    "One verifier's no is enough, and then all decide anew",
    "An approver's no lets the verifiers begin again, too",
)


def go_on(session, order, by, comment):
    pass


if __name__ == "__main__":
    replace(decisions, "reject", go_on)
    start()
