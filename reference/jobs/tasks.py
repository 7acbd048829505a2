"""Doing a job in a worker, and the watch over jobs that are to be done."""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from uuid import UUID

from celery import Task
from celery.exceptions import Reject
from sqlalchemy import select

from reference.core import clock, recurring
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.runs import (
    MOST_BROKEN_RUNS,
    WAIT_AFTER_A_BROKEN_RUN,
    Locks,
    Turn,
    is_outage,
    is_untold,
    look_at_each,
)
from reference.core.tasks import celery
from reference.jobs import changes, rules, work
from reference.jobs.records import Job
from reference.jobs.run import Impossible, NotWanted, OverTime, Run
from reference.tenancy.records import Tenant

LOCKS = Locks(7_301_200)
LOST_AFTER = timedelta(seconds=300)  # a job that waits so long since its task was queued is queued once more
log = logging.getLogger(__name__)


@celery.task(bind=True, name=changes.TASK)
def execute(task: Task, tenant_id: str, job_id: str) -> None:
    """Do a job, or go on with it, until it ends or somebody else does it."""
    runner = Runner(UUID(tenant_id), UUID(job_id))
    while runner.is_wanted():
        with LOCKS.held(runner.job_id) as is_only:
            if not is_only:
                return  # the one who does it looks again before it leaves
            runner.run()
        if runner.must_leave():
            raise Reject("the worker is shutting down, or the runner's turn is over", requeue=True)


class Runner:
    """Takes a job up, as often as it takes."""

    def __init__(self, tenant_id: UUID, job_id: UUID) -> None:
        self.tenant_id, self.job_id = tenant_id, job_id
        self.must_leave = Turn().is_over

    def is_wanted(self) -> bool:
        """Whether the job is to be done now, in a tenant that is not suspended."""
        with transaction(self.tenant_id) as session:
            found = session.execute(select(Job, Tenant.status).join(Tenant, Tenant.id == Job.tenant_id)
                                    .where(Job.id == self.job_id)).one_or_none()
        return found is not None and found[1] == "active" and is_to_be_done(found[0])

    def run(self) -> None:
        """One attempt, unless the job has ended meanwhile."""
        run = self.begin()
        if run is None:
            return
        log.info("job %s is done, attempt %s", self.job_id, run.attempt)
        try:
            work.WORK[run.job_type](run)
        except NotWanted:
            log.info("job %s is left", self.job_id)
        except OverTime:
            self.end(run, "timeout")
        except Impossible as failure:
            self.end(run, failure.code)
        except Exception as error:
            if is_outage(error) or is_untold(error):
                raise  # jobs.watch has it taken up again
            log.exception("job %s met something unforeseen", self.job_id)
            self.count_broken_run(run)

    def begin(self) -> Run | None:
        with transaction(self.tenant_id) as session:
            job = changes.lock(session, self.job_id)
            if job is None or not is_to_be_done(job):
                return None
            first_step = work.FIRST_STEPS.get(job.job_type)
            if job.status == "pending":
                changes.begin(session, job, current_step=first_step)
            else:
                changes.begin_again(session, job, first_step)
            return Run(job, self.must_leave)

    def end(self, run: Run, code: str) -> None:
        """It has failed for good, unless it has ended meanwhile."""
        with transaction(self.tenant_id) as session:
            job = run.locked(session)
            if job is None:
                return
            if code == "timeout":
                changes.fail_over_time(session, job)
            else:
                changes.fail(session, job, rules.error(code))

    def count_broken_run(self, run: Run) -> None:
        """Wait a little before the next attempt; after some in a row that broke the job has failed."""
        with transaction(self.tenant_id) as session:
            job = run.locked(session)
            if job is not None:
                job.broken_runs += 1
                if job.broken_runs >= MOST_BROKEN_RUNS:
                    changes.fail(session, job, rules.error("unforeseen"))
        time.sleep(WAIT_AFTER_A_BROKEN_RUN)


def is_to_be_done(job: Job) -> bool:
    """Whether a worker is to do it now, or to go on with it."""
    if job.runner != "platform" or job.task_id is None:
        return False
    return job.status == "running" or (job.status == "pending" and changes.due_at(job) <= clock.now())


@celery.task(name="jobs.watch")
def watch() -> None:
    """End jobs that are over their time, and queue what nobody does though somebody should."""
    with transaction(EVERY_TENANT) as session:
        watched = session.execute(select(Job.tenant_id, Job.id).join(Tenant, Tenant.id == Job.tenant_id)
                                  .where(Job.status.in_(rules.ACTIVE), Tenant.status == "active")).all()
    look_at_each(watched, look_at, "the look at job %s met something unforeseen")


def look_at(session: TenantSession, job_id: UUID) -> None:
    """What is to be done about one that was found, if it still is there."""
    job = changes.lock(session, job_id)
    if job is not None:
        look_after(session, job)


def look_after(session: TenantSession, job: Job) -> None:
    """What time and lost workers have done to a job that runs or waits."""
    if job.status == "running" and changes.is_over_time(job):
        changes.fail_over_time(session, job)
    elif is_to_be_done(job) and is_lost(session, job):
        log.info("job %s is queued once more", job.id)
        changes.queue(session, job)


def is_lost(session: TenantSession, job: Job) -> bool:
    """Whether nobody does it: its worker is gone, or its task has come to nobody for long."""
    if job.status == "running":
        return not LOCKS.is_held(session, job.id)
    return max(job.queued_at, changes.due_at(job)) <= clock.now() - LOST_AFTER


@celery.task(name="jobs.files_cleanup")
def files_cleanup(tenant_id: str | None = None) -> None:
    """Remove the files that were kept long enough."""
    recurring.for_each(tenant_id, changes.remove_old_files)
