from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A retry surveys again what was not reached. This platform leaves unreachable targets so."
REQUIREMENTS = ("MIS-008",)
SCENARIOS = ("A mission that reached nobody succeeds once its targets are back",)


def retry(session, mission, request_id):
    changes.refuse_too_many_running(session)
    mission.attempt += 1
    mission.phase, mission.ran_seconds = "surveying", 0.0
    changes.set_status(session, mission, "running")
    changes.queue_run(session, mission, request_id)


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    start()
