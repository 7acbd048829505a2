from __future__ import annotations

from reference.core.errors import Problem
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A refused change changes nothing. This platform has already taken the name when it meets what cannot "
        "be changed any more.")
REQUIREMENTS = ("MIS-025",)
SCENARIOS = ("A change of which a part is refused changes nothing",)

change_mission = changes.change


def change(session, mission, fields, targets):
    try:
        change_mission(session, mission, fields, targets)
    except Problem:
        if "name" in fields:
            change_mission(session, mission, {"name": fields["name"]}, [])
            session.commit()
        raise


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
