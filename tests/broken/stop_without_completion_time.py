from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A stopped mission says when it ended. This platform leaves that open."
REQUIREMENTS = ("MIS-015",)
SCENARIOS = ("Ending a mission keeps what it found",)

end = changes.VERBS["stop"]


def stop(session, mission, request_id):
    end(session, mission, request_id)
    mission.completed_at = None


if __name__ == "__main__":
    replace(changes.VERBS, "stop", stop)
    start()
