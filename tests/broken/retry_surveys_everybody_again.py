from __future__ import annotations

from sqlalchemy import update

from reference.missions import changes
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "A retry asks nobody again who was surveyed. This platform begins with the first target."
REQUIREMENTS = ("MIS-008",)
SCENARIOS = ("A retry asks nobody again who was surveyed",)

go_on = changes.VERBS["retry"]


def retry(session, mission, request_id):
    go_on(session, mission, request_id)
    session.execute(update(Target).where(Target.mission_id == mission.id).values(status="pending", steps_done=0))


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    start()
