from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Resuming does not get past the limit of running missions. This platform counts only at the start and at a retry."
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("Neither resuming nor retrying gets past the limit of running missions",)


def resume(session, mission, request_id):
    changes.set_status(session, mission, "running")
    changes.queue_run(session, mission, request_id)


if __name__ == "__main__":
    replace(changes.VERBS, "resume", resume)
    start()
