from __future__ import annotations

import threading
import time

from reference.accounts.records import Person
from reference.core import clock
from reference.core.errors import wrong_state
from reference.missions import approvals, approvals_api
from tests.broken._starting import replace, start

RULE = ("Of two who decide at the same moment one succeeds. This platform looks whether it was decided before it waits for "
        "the lock, and never again.")
REQUIREMENTS = ("MIS-037",)
SCENARIOS = ("Of two who decide at the same moment one succeeds, and that decision stands",)

BETWEEN_SECONDS = 0.3  # makes sure that both have looked before one decides
seen = threading.local()
decide_once = approvals.decide


def see_approval(call, mission_id, approval_id):
    with call.transaction() as session:
        seen.status = approvals_api.approval_of(session, mission_id, approval_id).status
    time.sleep(BETWEEN_SECONDS)


def decide(session, mission, approval, status, person_id, comment, request_id):
    if seen.status != "pending":
        raise wrong_state(seen.status, ())
    if approval.status == "pending":
        decide_once(session, mission, approval, status, person_id, comment, request_id)
        return
    approval.status, approval.comment = status, comment
    approval.decided_by, approval.decided_at = session.get_one(Person, person_id), clock.now()


if __name__ == "__main__":
    replace(approvals_api, "see_approval", see_approval)
    replace(approvals, "decide", decide)
    start()
