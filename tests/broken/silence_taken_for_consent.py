from __future__ import annotations

from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "A risky step that nobody decides in time is left out. This platform takes silence for consent."
REQUIREMENTS = ("MIS-012",)
SCENARIOS = ("A risky step that nobody decides in time is left out",)

end = approvals.settle


def settle(session, mission, approval, status, request_id):
    end(session, mission, approval, "approved" if status == "expired" else status, request_id)


if __name__ == "__main__":
    replace(approvals, "settle", settle)
    start()
