from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.missions import approvals, rules
from reference.missions.records import Approval
from tests.broken._starting import replace, start

RULE = "Each risky step is asked for. This platform takes the approval for one target as one for all of them."
REQUIREMENTS = ("MIS-004",)
SCENARIOS = ("A risky step is done only once a supervisor has approved it",)


def is_needed(session, mission, target, rule):
    if rule["risk"] not in rules.ASKED_FIRST:
        return False
    approved = select(Approval.id).where(
        Approval.mission_id == mission.id, Approval.attempt == mission.attempt,
        Approval.rule_id == UUID(rule["id"]), Approval.status == "approved")
    return session.scalar(approved.limit(1)) is None


if __name__ == "__main__":
    replace(approvals, "is_needed", is_needed)
    start()
