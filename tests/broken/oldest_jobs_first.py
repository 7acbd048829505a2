from __future__ import annotations

from reference.jobs import api
from reference.jobs.records import Job
from tests.broken._starting import replace, start

RULE = "Jobs are listed the newest first. This platform begins with the oldest."
REQUIREMENTS = ("JOB-013", "JOB-009")
SCENARIOS = (
    "A list in pages of ten shows each of 15 jobs once, the newest first",
    "Active is what is still to be done or being done, and nothing else",
)


if __name__ == "__main__":
    replace(api, "NEWEST_FIRST", (Job.created_at, Job.id))
    start()
