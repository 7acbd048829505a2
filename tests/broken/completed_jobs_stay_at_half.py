from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A completed job is at 100 percent. This platform leaves it where it was."
REQUIREMENTS = ("JOB-005", "RT-004", "RT-010")
SCENARIOS = (
    "A job that is reported completed is at 100 percent, with its result and how long it took",
    "The end of a job tells its result, however nested",
)


def complete(session, job, result):
    changes.set_status(job, "completed")
    job.result = result
    changes.tell(session, job, "job.completed", result=result)


if __name__ == "__main__":
    replace(changes, "complete", complete)
    start()
