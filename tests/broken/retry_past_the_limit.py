from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A retry does not get past the limit of running missions. This platform counts only at the start and "
        "when one is resumed.")
REQUIREMENTS = ("MIS-029",)
SCENARIOS = ("Neither resuming nor retrying gets past the limit of running missions",)

refuse = changes.refuse_too_many_running
retry_mission = changes.retry


def refuse_too_many_running(session):
    if not session.info.get("is_retry"):
        refuse(session)


def retry(session, mission, request_id):
    session.info["is_retry"] = True
    retry_mission(session, mission, request_id)


if __name__ == "__main__":
    replace(changes, "refuse_too_many_running", refuse_too_many_running)
    replace(changes.VERBS, "retry", retry)
    start()
