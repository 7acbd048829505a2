from __future__ import annotations

from sqlalchemy import select

from reference.core import outbox
from reference.jobs import changes
from reference.jobs.records import Job
from tests.broken._starting import replace, start

RULE = "Of a job only its watchers hear. This platform tells whoever watches any."
REQUIREMENTS = ("RT-007",)
SCENARIOS = ("Everybody who watches a job sees its changes, and nobody who watches another",)


def tell(session, job, type_, **data):
    for each in session.scalars(select(Job.id)):
        outbox.emit(session, changes.topic(each), type_, {
            "job_id": str(job.id), "status": job.status, "progress": job.progress, **data})


if __name__ == "__main__":
    replace(changes, "tell", tell)
    start()
