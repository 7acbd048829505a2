from __future__ import annotations

import time

from reference.jobs import changes
from reference.jobs.records import Job
from tests.broken._starting import replace, start

RULE = "Of two who cancel a job at the same moment one does. This platform looks at it without holding it."
REQUIREMENTS = ("JOB-042", "JOB-043")
SCENARIOS = (
    "Of two who cancel a job at the same moment one does",
    "A job that is dispatched five times at the same moment is done once",
)


def lock(session, job_id):
    found = session.get(Job, job_id)
    time.sleep(0.3)
    return found


if __name__ == "__main__":
    replace(changes, "lock", lock)
    start()
