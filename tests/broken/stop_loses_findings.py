from __future__ import annotations

from sqlalchemy import delete

from reference.missions import changes
from reference.missions.records import Finding
from tests.broken._starting import replace, start

RULE = "A stopped mission keeps what it found. This platform throws it away."
REQUIREMENTS = ("MIS-015",)
SCENARIOS = ("Ending a mission keeps what it found",)

end = changes.VERBS["stop"]


def stop(session, mission, request_id):
    end(session, mission, request_id)
    session.execute(delete(Finding).where(Finding.mission_id == mission.id))


if __name__ == "__main__":
    replace(changes.VERBS, "stop", stop)
    start()
