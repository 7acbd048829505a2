from __future__ import annotations

from reference.missions import changes, tasks
from tests.broken._starting import replace, start

RULE = "A mission completes although a target is silent. This platform gives the whole mission up."
REQUIREMENTS = ("MIS-038",)
SCENARIOS = ("A mission is completed although one of its targets is switched off",)

skip = tasks.give_up


def give_up(session, mission, target):
    skip(session, mission, target)
    changes.set_status(session, mission, "failed", "target_unreachable")


if __name__ == "__main__":
    replace(tasks, "give_up", give_up)
    start()
