from __future__ import annotations

from reference.core import audit, cause
from reference.core.cause import Cause
from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "What happens because a time has come is nobody's doing. This platform puts it down to who started the mission."
REQUIREMENTS = ("AUD-008",)
SCENARIOS = ("That a mission's time is over is told of the system",
             "What the schedule does is told of the system, and what follows of who wanted the work")

look_after = tasks.look_after


def look_after_in_somebodys_name(session, mission):
    cause.begin(Cause.of_task(mission.cause, "missions.watch"))
    look_after(session, mission)
    session.commit()


if __name__ == "__main__":
    replace(tasks, "look_after", look_after_in_somebodys_name)
    replace(audit, "by_time", lambda session, record: None)
    start()
