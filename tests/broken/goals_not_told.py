from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Who watches sees which goals are reached. This platform keeps it to itself."
REQUIREMENTS = ("RT-016",)
SCENARIOS = ("Whoever watches sees what is surveyed, found, asked for, decided and reached",)


def set_goals(session, mission, statuses):
    mission.goals = [goal | {"status": statuses.get(goal["name"], goal["status"])} for goal in mission.goals]


if __name__ == "__main__":
    replace(changes, "set_goals", set_goals)
    start()
