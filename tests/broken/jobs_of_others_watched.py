from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.jobs.records import Job
from reference.jobs.shapes import JobState
from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "A job of another tenant cannot be watched. This platform shows it to everybody."
REQUIREMENTS = ("RT-028",)
SCENARIOS = ("A job of another tenant, or of nobody, cannot be watched",)

record = topics._record


def record_of_anybody(session, person, kind, record_id):
    if kind != "job":
        return record(session, person, kind, record_id)
    with transaction(EVERY_TENANT) as everywhere:
        job = everywhere.get(Job, record_id)
        return (None, False) if job is None else (JobState.model_validate(job).model_dump(mode="json"), False)


if __name__ == "__main__":
    replace(topics, "_record", record_of_anybody)
    start()
