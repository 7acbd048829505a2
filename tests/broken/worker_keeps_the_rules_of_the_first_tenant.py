from __future__ import annotations

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = ("A process of the worker works for each tenant with its records alone. This one keeps the rules of the first "
        "it served.")
REQUIREMENTS = ("TEN-032",)
SCENARIOS = ("A process of the worker that has worked for one tenant works for the next with its records alone",)

kept = []


def choose(runner, session, mission):
    kept.append(mission.rules)
    if mission.rules != kept[0]:
        mission.rules = kept[0]
    return choose_next(runner, session, mission)


choose_next = tasks.Runner._choose


if __name__ == "__main__":
    replace(tasks.Runner, "_choose", choose)
    start()
