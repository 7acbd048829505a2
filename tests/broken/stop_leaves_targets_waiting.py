from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "What a stopped mission did not survey is skipped. This platform leaves it waiting for its turn."
REQUIREMENTS = ("MIS-015",)
SCENARIOS = ("Ending a mission keeps what it found",)


def stop(session, mission, request_id):
    changes.set_status(session, mission, "stopped")


if __name__ == "__main__":
    replace(changes.VERBS, "stop", stop)
    start()
