from __future__ import annotations

from sqlalchemy import select

from reference.core.calls import record_id
from reference.core.errors import existing
from reference.missions import api, approvals_api
from reference.missions.records import Approval
from tests.broken._starting import replace, start

RULE = "What a mission asks for is decided at that mission. This platform takes any mission's address for it."
REQUIREMENTS = ("MIS-034",)
SCENARIOS = ("What a mission asks for cannot be decided through another",)


def approval_of(session, mission_id, approval_id):
    api.visible(session, mission_id)
    return existing(session.scalar(select(Approval).where(Approval.id == record_id(approval_id))))


if __name__ == "__main__":
    replace(approvals_api, "approval_of", approval_of)
    start()
