from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A job is dispatched once. This platform queues it each time."
REQUIREMENTS = ("JOB-042",)
SCENARIOS = (
    "A job that is dispatched five times at the same moment is done once",
    "What was dispatched is not dispatched again",
)

dispatch = changes.dispatch


def dispatch_again(session, job, delay_seconds):
    job.task_id = None
    dispatch(session, job, delay_seconds)


if __name__ == "__main__":
    replace(changes, "dispatch", dispatch_again)
    start()
