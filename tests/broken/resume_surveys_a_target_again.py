from __future__ import annotations

from sqlalchemy import update

from reference.missions import changes
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "A resumed mission goes on with the next undone step. This platform begins again with the first target."
REQUIREMENTS = ("MIS-007",)
SCENARIOS = ("A held mission leaves its targets alone and goes on where it was",)

go_on = changes.VERBS["resume"]


def resume(session, mission, request_id):
    session.execute(update(Target).where(Target.mission_id == mission.id).values(status="pending", steps_done=0))
    go_on(session, mission, request_id)


if __name__ == "__main__":
    replace(changes.VERBS, "resume", resume)
    start()
