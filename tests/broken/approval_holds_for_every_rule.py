from __future__ import annotations

from sqlalchemy import select

from reference.missions import approvals, rules
from reference.missions.records import Approval
from tests.broken._starting import replace, start

RULE = ("Each risky step is asked for. This platform takes the approval of one rule as one for all risky "
        "rules of the target.")
REQUIREMENTS = ("MIS-004",)
SCENARIOS = ("Each risky rule is asked for by itself",)

def is_needed(session, mission, target, rule):
    approved = select(Approval.id).where(
        Approval.mission_id == mission.id, Approval.attempt == mission.attempt, Approval.target_id == target.id,
        Approval.status == "approved")
    return rule["risk"] in rules.ASKED_FIRST and session.scalar(approved.limit(1)) is None


if __name__ == "__main__":
    replace(approvals, "is_needed", is_needed)
    start()
