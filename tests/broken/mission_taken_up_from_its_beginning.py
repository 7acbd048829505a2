from __future__ import annotations

from sqlalchemy import update

from reference.missions import tasks
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = ("A mission that is taken up after a loss goes on from the first undone step. This platform begins again with the "
        "first target.")
REQUIREMENTS = ("MIS-040",)
SCENARIOS = ("A mission whose worker is lost goes on with another and finds everything once",)

look = tasks.look_after


def look_after(session, mission):
    if mission.status == "running" and not tasks.is_being_run(session, mission.id):
        session.execute(update(Target).where(Target.mission_id == mission.id).values(status="pending", steps_done=0))
    look(session, mission)


if __name__ == "__main__":
    replace(tasks, "look_after", look_after)
    start()
