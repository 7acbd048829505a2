from __future__ import annotations

from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "A decision is answered with the words that it was made with. This platform forgets them."
REQUIREMENTS = ("MIS-010",)
SCENARIOS = ("Who decides is answered with the decision, and the mission runs on",)

settle_it = approvals.decide


def decide(session, mission, approval, status, person_id, comment, request_id):
    settle_it(session, mission, approval, status, person_id, "", request_id)


if __name__ == "__main__":
    replace(approvals, "decide", decide)
    start()
