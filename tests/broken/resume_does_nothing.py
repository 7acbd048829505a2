from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A resumed mission runs. This platform accepts the resume and leaves the mission paused."
REQUIREMENTS = ("MIS-002", "MIS-007",)
SCENARIOS = (
    "A mission is started, held, taken up again and ended",
    "A held mission leaves its targets alone and goes on where it was",
)


def resume(session, mission, request_id):
    pass


if __name__ == "__main__":
    replace(changes.VERBS, "resume", resume)
    start()
