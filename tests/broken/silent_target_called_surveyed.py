from __future__ import annotations

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "A target that does not answer is shown as unreachable. This platform calls it surveyed."
REQUIREMENTS = ("MIS-038",)
SCENARIOS = ("A mission is completed although one of its targets is switched off",)

skip = tasks.give_up


def give_up(session, mission, target):
    skip(session, mission, target)
    target.status = "surveyed"


if __name__ == "__main__":
    replace(tasks, "give_up", give_up)
    start()
