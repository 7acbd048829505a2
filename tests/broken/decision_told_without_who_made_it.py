from __future__ import annotations

from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "Who watches sees a decision as it can be read. This platform tells of it before it notes who decided."
REQUIREMENTS = ("RT-016",)
SCENARIOS = ("Whoever watches sees what is surveyed, found, asked for, decided and reached",)

end = approvals.settle


def settle(session, mission, approval, status, request_id):
    who, when, words = approval.decided_by, approval.decided_at, approval.comment
    approval.decided_by, approval.decided_at, approval.comment = None, None, ""
    end(session, mission, approval, status, request_id)
    approval.decided_by, approval.decided_at, approval.comment = who, when, words


if __name__ == "__main__":
    replace(approvals, "settle", settle)
    start()
