from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Each retry counts as an attempt. This platform counts the start alone."
REQUIREMENTS = ("MIS-008",)
SCENARIOS = ("A mission that reached nobody succeeds once its targets are back",)

go_on = changes.VERBS["retry"]


def retry(session, mission, request_id):
    go_on(session, mission, request_id)
    mission.attempt -= 1


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    start()
