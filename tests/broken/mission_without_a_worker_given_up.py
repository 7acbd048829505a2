from __future__ import annotations

from reference.missions import changes, tasks
from tests.broken._starting import replace, start

RULE = "A mission whose worker is lost goes on with another. This platform calls it failed."
REQUIREMENTS = ("MIS-040",)
SCENARIOS = ("A mission whose worker is lost goes on with another and finds everything once",)

look = tasks.look_after


def look_after(session, mission):
    if mission.status == "running" and not tasks.is_being_run(session, mission.id):
        changes.set_status(session, mission, "failed", "run_broken")
    else:
        look(session, mission)


if __name__ == "__main__":
    replace(tasks, "look_after", look_after)
    start()
