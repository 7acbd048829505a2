from __future__ import annotations

from reference.core import outbox
from reference.core.errors import wrong_state
from reference.missions import changes, rules
from tests.broken._starting import replace, start

RULE = "Who watches a mission is told when it is deleted. This platform falls silent."
REQUIREMENTS = ("MIS-001",)
SCENARIOS = ("A mission that is deleted tells so to whoever watches, and is watched no longer",)


def delete(session, mission):
    if mission.status not in rules.DELETABLE:
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    outbox.refresh(session, "mission", mission.id)
    session.delete(mission)


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
