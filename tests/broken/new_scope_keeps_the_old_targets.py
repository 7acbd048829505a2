from __future__ import annotations

from reference.core import outbox
from reference.core.errors import wrong_state
from reference.missions import changes, rules
from tests.broken._starting import replace, start

RULE = "A changed scope changes the targets. This platform keeps those that it made at the creation."
REQUIREMENTS = ("MIS-025",)
SCENARIOS = ("Before its start everything about a mission can be changed",)


def change(session, mission, fields, targets):
    if mission.status != "created" and not fields.keys() <= set(rules.ALWAYS_CHANGEABLE):
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    for name, value in changes.stored(fields).items():
        setattr(mission, name, value)
    outbox.refresh(session, "mission", mission.id)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
