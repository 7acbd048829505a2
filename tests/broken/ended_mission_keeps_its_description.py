from __future__ import annotations

from reference.core.errors import wrong_state
from reference.missions import changes, rules
from tests.broken._starting import replace, start

RULE = ("Name and description of a mission can always be changed. This platform keeps the description of one "
        "that has ended.")
REQUIREMENTS = ("MIS-025",)
SCENARIOS = ("Once started, only the name and the description can be changed",)

change_mission = changes.change


def change(session, mission, fields, targets):
    if mission.status in rules.ENDED and "description" in fields:
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    change_mission(session, mission, fields, targets)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
