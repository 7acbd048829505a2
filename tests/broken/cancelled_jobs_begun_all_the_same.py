from __future__ import annotations

from reference.jobs import changes, tasks
from tests.broken._starting import replace, start

RULE = "A cancelled job is never begun. This platform's worker begins what it finds."
REQUIREMENTS = ("JOB-007", "JOB-023")
SCENARIOS = (
    "A job that is cancelled before its delay is over is never begun",
    "A job that is cancelled while it waits behind a busy worker is never begun",
)

begin, is_to_be_done = changes.begin, tasks.is_to_be_done


def begin_what_is_cancelled(session, job, progress=0, current_step=None):
    job.status, job.completed_at, job.duration_seconds = "pending", None, None
    begin(session, job, progress, current_step)


def is_never_begun(job):
    return job.status == "cancelled" and job.task_id is not None and job.started_at is None


def begin_run(self):
    with tasks.transaction(self.tenant_id) as session:
        job = changes.lock(session, self.job_id)
        if job is not None and is_never_begun(job):
            begin_what_is_cancelled(session, job)
            return tasks.Run(job, self.must_leave)
    return begin_of_runner(self)


begin_of_runner = tasks.Runner.begin


if __name__ == "__main__":
    replace(tasks, "is_to_be_done", lambda job: is_to_be_done(job) or is_never_begun(job))
    replace(tasks.Runner, "begin", begin_run)
    start()
