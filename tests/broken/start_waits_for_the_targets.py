from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select

from reference.core.settings import settings
from reference.missions import changes, probe
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "A start is answered within 2 seconds, whatever the targets do. This platform asks each target first."
REQUIREMENTS = ("MIS-041",)
SCENARIOS = ("A mission is started without waiting for its targets",)

begin = changes.VERBS["start"]


def start_mission(session, mission, request_id):
    for url in session.scalars(select(Target.url).where(Target.mission_id == mission.id)):
        with suppress(probe.NoAnswer):
            probe.ask(url, request_id, settings().allowed_networks)
    begin(session, mission, request_id)


if __name__ == "__main__":
    replace(changes.VERBS, "start", start_mission)
    start()
