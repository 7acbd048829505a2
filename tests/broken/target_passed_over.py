from __future__ import annotations

from sqlalchemy import select

from reference.missions import changes
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "A mission surveys all its targets. This platform passes over the last one."
REQUIREMENTS = ("MIS-001", "MIS-005",)
SCENARIOS = (
    "A mission runs from its start to its end",
    "The targets are surveyed in the order in which they were named",
)

begin = changes.VERBS["start"]


def start_mission(session, mission, request_id):
    last = session.scalars(select(Target).where(Target.mission_id == mission.id)
                           .order_by(Target.position.desc())).first()
    last.status = "skipped"
    begin(session, mission, request_id)


if __name__ == "__main__":
    replace(changes.VERBS, "start", start_mission)
    start()
