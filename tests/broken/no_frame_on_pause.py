from __future__ import annotations

from reference.core import outbox
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Everybody who watches sees a pause. This platform keeps it to itself."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Start, pause, resume and stop are seen by everybody who watches",)

announce = changes.announce_status


def announce_status(session, mission, old_status):
    if mission.status == "paused":
        outbox.refresh(session, "mission", mission.id)
    else:
        announce(session, mission, old_status)


if __name__ == "__main__":
    replace(changes, "announce_status", announce_status)
    start()
