from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission that is retried has no end as yet. This platform goes on showing when it had failed."
REQUIREMENTS = ("MIS-013",)
SCENARIOS = ("Who retries a mission is answered with the whole of it",)

go_on = changes.VERBS["retry"]


def retry(session, mission, request_id):
    ended = mission.completed_at
    go_on(session, mission, request_id)
    mission.completed_at = ended


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    start()
