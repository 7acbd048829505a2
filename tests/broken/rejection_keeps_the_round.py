from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "After a rejection all decide anew. To this platform a resubmission goes on in the same round."
REQUIREMENTS = ("WO-003", "WO-007")
SCENARIOS = (
    "A rejected order is corrected, resubmitted, and decided anew",
    "What was approved before a rejection does not count after it",
    "One verifier's no is enough, and then all decide anew",
)

first = changes.submit


def submit(session, order, by, comment):
    if not order.round:
        first(session, order, by, comment)
        return
    order.permit_status = "pending_verification" if order.permit_type else "none"
    changes.move(session, order, "submit", by, comment)


if __name__ == "__main__":
    replace(changes, "submit", submit)
    start()
