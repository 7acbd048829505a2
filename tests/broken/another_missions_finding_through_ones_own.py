from __future__ import annotations

from sqlalchemy import select

from reference.core.calls import record_id
from reference.core.errors import existing
from reference.missions import api, findings_api
from reference.missions.records import Finding
from tests.broken._starting import replace, start

RULE = "A finding is reached at its own mission. This platform takes any mission's address for it."
REQUIREMENTS = ("MIS-034",)
SCENARIOS = ("A finding of another mission cannot be reached through one's own",)


def finding_of(session, mission_id, finding_id):
    api.visible(session, mission_id)
    return existing(session.scalar(select(Finding).where(Finding.id == record_id(finding_id))))


if __name__ == "__main__":
    replace(findings_api, "finding_of", finding_of)
    start()
