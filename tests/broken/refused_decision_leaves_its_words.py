from __future__ import annotations

from reference.core.database import transaction
from reference.core.errors import Problem
from reference.missions import approvals
from reference.missions.records import Approval
from tests.broken._starting import replace, start

RULE = "The first decision stands as it was made. This platform refuses the second, but keeps the second one's words."
REQUIREMENTS = ("MIS-037",)
SCENARIOS = ("Of two who decide at the same moment one succeeds, and that decision stands",
             "What was decided cannot be decided again")

decide_approval = approvals.decide


def decide(session, mission, approval, status, person_id, comment, request_id):
    try:
        decide_approval(session, mission, approval, status, person_id, comment, request_id)
    except Problem:
        with transaction(session.tenant_id) as other:
            other.get_one(Approval, approval.id).comment = comment
        raise


if __name__ == "__main__":
    replace(approvals, "decide", decide)
    start()
