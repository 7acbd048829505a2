from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A job waits for its dispatch. This platform begins it when it is made."
REQUIREMENTS = ("JOB-002", "JOB-008")
SCENARIOS = ("A job that nobody dispatches is not begun", "How far a job is can be read from its making to its end")

create = changes.create


def create_and_dispatch(session, fields):
    job = create(session, fields)
    if job.runner == "platform" and job.job_type == "analysis":
        changes.dispatch(session, job, 0)
        session.flush()
    return job


if __name__ == "__main__":
    replace(changes, "create", create_and_dispatch)
    start()
