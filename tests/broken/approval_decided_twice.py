from __future__ import annotations

from reference.accounts.records import Person
from reference.core import clock
from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "What was decided cannot be decided again. This platform lets the last decision stand."
REQUIREMENTS = ("MIS-037",)
SCENARIOS = (
    "Of two who decide at the same moment one succeeds, and that decision stands",
    "What was decided cannot be decided again",
)

decide_once = approvals.decide


def decide(session, mission, approval, status, person_id, comment, request_id):
    if approval.status not in ("approved", "rejected"):
        decide_once(session, mission, approval, status, person_id, comment, request_id)
        return
    approval.status, approval.comment = status, comment
    approval.decided_by, approval.decided_at = session.get_one(Person, person_id), clock.now()


if __name__ == "__main__":
    replace(approvals, "decide", decide)
    start()
