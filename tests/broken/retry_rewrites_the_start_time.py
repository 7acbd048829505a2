from __future__ import annotations

from reference.core import clock
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission keeps the time of its first start. This platform sets it anew with each retry."
REQUIREMENTS = ("MIS-014",)
SCENARIOS = ("The time of the first start stays when a mission is tried again",)

go_on = changes.VERBS["retry"]


def retry(session, mission, request_id):
    go_on(session, mission, request_id)
    mission.started_at = clock.now()


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    start()
