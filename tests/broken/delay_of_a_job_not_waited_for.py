from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A job waits for its delay. This platform begins it at once."
REQUIREMENTS = ("JOB-003",)
SCENARIOS = (
    "A delay is waited for, and not longer",
    "With a delay a job has its task at once, and waits until its time has come",
)


def due_at(job):
    return job.dispatched_at


if __name__ == "__main__":
    replace(changes, "due_at", due_at)
    start()
