"""Every change of a job: each in the caller's transaction, guarded by the job's locked row.

The order of locks is project, job, topics (those at the commit), so that no two changes wait for each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete as sql_delete
from sqlalchemy import func, select

from reference.core import audit, cause, clock, outbox
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty, wrong_state
from reference.jobs import rules
from reference.jobs.forms import named_ids
from reference.jobs.records import Job, JobFile
from reference.jobs.shapes import JobAnswer
from reference.projects import changes as projects
from reference.projects.records import Analysis, Repository

TASK = "jobs.execute"


def lock(session: TenantSession, job_id: UUID) -> Job | None:
    """The job, with its row locked until the transaction ends."""
    return session.scalar(select(Job).where(Job.id == job_id).with_for_update(of=Job)
                          .execution_options(populate_existing=True))


def topic(job_id: UUID) -> str:
    return f"job:{job_id}"


def create(session: TenantSession, fields: Mapping[str, Any]) -> Job:
    """Store a new job, made by whoever calls."""
    behind = cause.present()
    job = Job(**{"runner": "platform", "timeout_seconds": rules.TIMEOUT_SECONDS, "tags": {}, **fields},
              created_by_id=behind.person_id, request_id=behind.request_id)
    session.add(job)
    projects.forget_statistics(session, job.project_id)
    session.flush()
    return job


def create_batch(session: TenantSession, job_type: str, project_id: UUID, parameters: Mapping[str, Any],
                 tags: Mapping[str, str] | None = None) -> Job:
    """A job that is dispatched at once."""
    job = create(session, {"job_type": job_type, "project_id": project_id, "parameters": parameters, "tags": tags or {}})
    dispatch(session, job, 0)
    return job


def refuse_unknown(session: TenantSession, job_type: str, parameters: Mapping[str, Any], project_id: UUID,
                   within: str = "") -> None:
    """422 for each record that parameters name and the project lacks. ``within``: what stands before a field's name."""
    kind = Repository if job_type in ("analysis", "batch_analysis") else Analysis
    named = named_ids(job_type, parameters)
    known = set(session.scalars(select(kind.id).where(kind.id.in_(named.values()), kind.project_id == project_id)))
    faults = [Fault(f"{within}{field}", "unknown", "There is no such record.")
              for field, record_id in named.items() if record_id not in known]
    if faults:
        raise faulty(faults)


def dispatch(session: TenantSession, job: Job, delay_seconds: int) -> None:
    """Have a worker do it, once and not before the delay is over; 409 for what was dispatched or is not the platform's."""
    if job.status != "pending":
        raise wrong_state(job.status, rules.TRANSITIONS[job.status])
    if job.runner != "platform":
        raise not_so(job, "An outside runner does this job: it is not dispatched.")
    if job.task_id is not None:
        raise not_so(job, "This job was dispatched before.")
    job.task_id, job.delay_seconds, job.dispatched_at = uuid4(), delay_seconds, clock.now()
    job.cause = cause.present().handed_on()
    queue(session, job)
    tell(session, job, "job.dispatched", task_id=str(job.task_id), delay_seconds=delay_seconds)


def not_so(job: Job, why: str) -> Problem:
    """A job that stands as this one does cannot be treated so."""
    return Problem(409, detail=why, state=job.status, allowed=list(rules.TRANSITIONS[job.status]))


def queue(session: TenantSession, job: Job) -> None:
    """Queue the job's task, for whoever dispatched it."""
    job.queued_at = clock.now()
    outbox.send_task(session, TASK, {"tenant_id": str(job.tenant_id), "job_id": str(job.id)},
                     queue=rules.TYPES[job.job_type].queue, task_id=job.task_id, caused_by=job.cause,
                     due_at=due_at(job) if job.delay_seconds else None)


def due_at(job: Job) -> Any:
    """From when on a dispatched job may begin."""
    return job.dispatched_at + timedelta(seconds=job.delay_seconds)


def set_status(job: Job, status: str) -> None:
    """Move the job along its table of states; 409 where the table has no such move."""
    if status not in rules.TRANSITIONS[job.status]:
        raise wrong_state(job.status, rules.TRANSITIONS[job.status])
    job.status, moment = status, clock.now()
    if status == "running":
        job.started_at = moment
    if rules.is_over(status):
        job.completed_at, job.duration_seconds = moment, rules.duration(job.started_at, moment)


def begin(session: TenantSession, job: Job, progress: int = 0, current_step: str | None = None) -> None:
    """It runs from now on."""
    set_status(job, "running")
    job.attempt = 1
    set_progress(session, job, progress, current_step)


def begin_again(session: TenantSession, job: Job, current_step: str | None) -> None:
    """One more attempt at what somebody had begun: from the beginning, but for what is done of a batch."""
    job.attempt += 1
    if not job.entries:
        set_progress(session, job, 0, current_step)


def set_progress(session: TenantSession, job: Job, progress: int, current_step: str | None) -> None:
    job.progress, job.current_step = progress, current_step
    tell(session, job, "job.progress", current_step=current_step)


def complete(session: TenantSession, job: Job, result: dict[str, Any]) -> None:
    set_status(job, "completed")
    job.progress, job.result = 100, result
    tell(session, job, "job.completed", result=result)


def fail(session: TenantSession, job: Job, error: dict[str, Any]) -> None:
    """It has failed for good: its progress stays, and there is no result."""
    set_status(job, "failed")
    job.error = error
    tell(session, job, "job.failed", error=error)


def fail_over_time(session: TenantSession, job: Job) -> None:
    """The job's time is over, whoever notices it."""
    fail(session, job, rules.error("timeout"))
    audit.by_time(session, job)


def is_over_time(job: Job) -> bool:
    return rules.is_over_time(job.started_at, job.timeout_seconds, clock.now())


def cancel(session: TenantSession, job: Job) -> None:
    """End it for good: a waiting job never begins, and what its worker brings later does not count."""
    set_status(job, "cancelled")
    tell(session, job, "job.cancelled")


def report(session: TenantSession, job: Job, fields: dict[str, Any]) -> None:
    """What an outside runner says of its job; 409 where the job's state does not allow it, or its progress goes down."""
    if job.runner != "external":
        raise not_so(job, "The platform itself does this job: it takes no report.")
    status = fields.get("status", job.status)
    if not job.is_active or (job.status == "pending" and status != "running"):
        raise wrong_state(job.status, rules.TRANSITIONS[job.status])
    progress, step = fields.get("progress", job.progress), fields.get("current_step", job.current_step)
    if progress < job.progress:
        raise not_so(job, f"The job is at {job.progress} percent already, and never goes back.")
    if job.status == "pending":
        begin(session, job, progress, step)
    elif status == "running" and (progress, step) != (job.progress, job.current_step):
        set_progress(session, job, progress, step)
    elif status in rules.FINAL:
        job.progress, job.current_step = progress, step
        complete(session, job, fields["result"]) if status == "completed" else fail(session, job, fields["error"])


def delete(session: TenantSession, job: Job) -> None:
    """Remove a job that has ended or was never dispatched, with its file."""
    if not rules.can_be_deleted(job.status, job.task_id is not None):
        raise not_so(job, "Cancel the job first.")
    remove(session, job)


def remove(session: TenantSession, job: Job) -> None:
    tell(session, job, "job.deleted")
    projects.forget_statistics(session, job.project_id)
    session.delete(job)


def remove_of_project(session: TenantSession, project_id: UUID) -> None:
    """Cancel the project's active jobs and remove all: before the project goes, in the same transaction."""
    for job in session.scalars(select(Job).where(Job.project_id == project_id).order_by(Job.id).with_for_update(of=Job)):
        if job.is_active:
            cancel(session, job)
        remove(session, job)


def remove_old_files(session: TenantSession) -> None:
    """Remove the files that were kept long enough."""
    over = select(Job.id).where(Job.completed_at <= clock.now() - rules.FILES_KEPT)
    session.execute(sql_delete(JobFile).where(JobFile.job_id.in_(over)).execution_options(synchronize_session=False))


def tell(session: TenantSession, job: Job, type_: str, **data: Any) -> None:
    """Tell who watches the job or the tenant."""
    for channel in (topic(job.id), "tenant"):
        outbox.emit(session, channel, type_,
                    {"job_id": str(job.id), "status": job.status, "progress": job.progress, **data})


def described(session: TenantSession, job: Job) -> JobAnswer:
    """The job as it is answered, with the version that it has after this transaction."""
    session.flush()
    return JobAnswer.model_validate(job)


def count_of_project(session: TenantSession, project_id: UUID) -> int:
    return session.scalar(select(func.count(Job.id)).where(Job.project_id == project_id)) or 0


projects.counted["jobs"] = count_of_project
projects.before_deletion.append(remove_of_project)
