from __future__ import annotations

from reference.missions import changes, steps
from tests.broken._starting import replace, start

RULE = "A rejected step counts as skipped. This platform counts it as done."
REQUIREMENTS = ("MIS-011",)
SCENARIOS = ("After a rejection the risky step is left out and the mission goes on",)


def leave_out(session, mission, target):
    target.steps_done += 1
    if steps.is_done(mission, target):
        steps.finish(session, target, None)
    changes.count_progress(session, mission)


if __name__ == "__main__":
    replace(steps, "leave_out", leave_out)
    start()
