from __future__ import annotations

from reference.core import outbox
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Work that another worker takes up is told of who wanted it. This platform has forgotten who that was."
REQUIREMENTS = ("AUD-008",)
SCENARIOS = ("What another worker takes up is still told of who wanted it",)


def queue_run(session, mission, request_id):
    outbox.send_task(session, "missions.run", {"tenant_id": str(mission.tenant_id), "mission_id": str(mission.id),
                                               "request_id": request_id})


if __name__ == "__main__":
    replace(changes, "queue_run", queue_run)
    start()
