from __future__ import annotations

from reference.missions import approvals, changes, steps
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "After a rejection the mission goes on. This platform leaves out the step and goes on waiting."
REQUIREMENTS = ("MIS-010", "MIS-011")
SCENARIOS = (
    "Who decides is answered with the decision, and the mission runs on",
    "After a rejection the risky step is left out and the mission goes on",
)

end = approvals.settle


def settle(session, mission, approval, status, request_id):
    if status != "rejected":
        end(session, mission, approval, status, request_id)
        return
    approval.status = status
    changes.announce_approval(session, approval)
    steps.leave_out(session, mission, session.get_one(Target, approval.target_id))


if __name__ == "__main__":
    replace(approvals, "settle", settle)
    start()
