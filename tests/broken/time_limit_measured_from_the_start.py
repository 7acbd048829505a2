from __future__ import annotations

from reference.core import clock
from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "The time of a question does not count for the time limit. This platform measures from the start on."
REQUIREMENTS = ("MIS-012",)
SCENARIOS = ("Until its time is up a risky step can be approved",
             "A risky step that nobody decides in time is left out")

def is_over_time(mission):
    ran = (clock.now() - mission.started_at).total_seconds()
    return ran > mission.constraints["max_duration_minutes"] * 60


if __name__ == "__main__":
    replace(tasks, "is_over_time", is_over_time)
    start()
