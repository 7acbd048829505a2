from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "After a rejection all decide anew. This platform keeps what was approved before."
REQUIREMENTS = ("WO-003", "WO-007")
SCENARIOS = (
    "A rejected order is corrected, resubmitted, and decided anew",
    "What was approved before a rejection does not count after it",
    "One verifier's no is enough, and then all decide anew",
)

first = changes.submit


def submit(session, order, by, comment):
    first(session, order, by, comment)
    approved = {(each["part"], each["person_id"]): each for each in order.decisions if each["decision"] == "approved"}
    order.decisions = [{**approved.get((each["part"], each["person_id"]), each), "round": each["round"]}
                       for each in order.decisions]


if __name__ == "__main__":
    replace(changes, "submit", submit)
    start()
