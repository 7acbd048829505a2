from __future__ import annotations

from reference.missions import approvals, changes
from tests.broken._starting import replace, start

RULE = "A rejected step is left out. This platform runs on, and asks for the same step once more."
REQUIREMENTS = ("MIS-011",)
SCENARIOS = ("After a rejection the risky step is left out and the mission goes on",)

end = approvals.settle


def settle(session, mission, approval, status, request_id):
    if status != "rejected":
        end(session, mission, approval, status, request_id)
        return
    approval.status = status
    changes.announce_approval(session, approval)
    changes.set_status(session, mission, "running")
    changes.queue_run(session, mission, request_id)


if __name__ == "__main__":
    replace(approvals, "settle", settle)
    start()
