"""Jobs over HTTP: make, read, dispatch, cancel, report on, delete; their numbers and files."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import Response
from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from reference.core import clock, downloads, stores
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Problem, existing, faulty, not_found, unavailable, wrong_state
from reference.core.inputs import Change, Query
from reference.core.references import referred
from reference.core.routes import Router
from reference.jobs import changes, rules
from reference.jobs.forms import ActiveFilter, Dispatch, JobFilter, NewBatch, NewJob, Report, StatisticsFilter
from reference.jobs.records import Job, JobFile
from reference.jobs.shapes import JobAnswer, JobStatistics, ProgressAnswer
from reference.projects.records import Project

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2", tags=["jobs"])

MayRead = Annotated[Call, needs("jobs.read")]
MayRun = Annotated[Call, needs("jobs.run")]

NEWEST_FIRST = (Job.created_at.desc(), Job.id)
FILES = {200: {"content": {kind: {"schema": {"type": type_}} for kind, type_ in rules.MEDIA_TYPES.items()}},
         409: {}, 410: {}}


@router.post("/jobs", status_code=201, response_model=JobAnswer, openapi_extra=takes(NewJob))
def create(call: MayRun) -> Response:
    """Make a job; nothing is done before its dispatch, or its outside runner's first report."""
    wanted = call.body(NewJob)
    with call.transaction() as session:
        referred(session, Project, wanted.project_id, "project_id")
        if wanted.runner == "platform":
            changes.refuse_unknown(session, wanted.job_type, wanted.parameters, wanted.project_id, "parameters.")
        answer = changes.described(session, changes.create(session, wanted.model_dump()))
    return call.answer(answer, 201)


@router.post("/batch/analyses", status_code=202, response_model=JobAnswer, openapi_extra=takes(NewBatch))
def analyse_batch(call: MayRun) -> Response:
    """Have several repositories analysed: a job that is dispatched at once; 503 where the queue is down."""
    wanted = call.body(NewBatch)
    refuse_without_queue()
    parameters = {"repository_ids": wanted.repository_ids, "pause_ms": wanted.pause_ms}
    with call.transaction() as session:
        referred(session, Project, wanted.project_id, "project_id")
        changes.refuse_unknown(session, "batch_analysis", parameters, wanted.project_id)
        job = changes.create_batch(session, "batch_analysis", wanted.project_id, parameters, wanted.tags)
        answer = changes.described(session, job)
    return call.answer(answer, 202)


@router.get("/jobs", response_model=Listed[JobAnswer], openapi_extra=takes(query=JobFilter))
def jobs(call: MayRead) -> Response:
    """The jobs of the tenant."""
    wanted = call.query(JobFilter)
    query = select(Job).where(*one_of(Job.status, wanted.status), *one_of(Job.job_type, wanted.job_type),
                              *equals(Job.project_id, wanted.project_id))
    if wanted.tag is not None:
        query = query.where(has_tag(Job.tags, wanted.tag))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(*NEWEST_FIRST), wanted, JobAnswer)
    return call.answer(answer)


def has_tag(tags: InstrumentedAttribute, text: str) -> object:
    """The condition that a tag is as in ``key:value``, wherever the colon between the two is."""
    parts = text.split(":")
    return or_(*(tags.contains({":".join(parts[:place]).strip(): ":".join(parts[place:]).strip()})
                 for place in range(1, len(parts))))


@router.get("/jobs/active", response_model=Listed[JobAnswer], openapi_extra=takes(query=ActiveFilter))
def active(call: MayRead) -> Response:
    """What is still to be done, or being done."""
    wanted = call.query(ActiveFilter)
    query = select(Job).where(Job.status.in_(rules.ACTIVE), *equals(Job.project_id, wanted.project_id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(*NEWEST_FIRST), wanted, JobAnswer)
    return call.answer(answer)


@router.get("/jobs/statistics", response_model=JobStatistics, openapi_extra=takes(query=StatisticsFilter))
def statistics(call: MayRead) -> Response:
    """The numbers of the tenant's jobs, or of a project's."""
    wanted = call.query(StatisticsFilter)
    query = select(Job.status, func.count(), func.avg(Job.duration_seconds))
    with call.transaction() as session:
        rows = session.execute(query.where(*equals(Job.project_id, wanted.project_id)).group_by(Job.status)).all()
    by_status = dict.fromkeys(rules.STATUSES, 0) | {status: count for status, count, _ in rows}
    mean = rules.mean_duration({status: seconds for status, _, seconds in rows})
    return call.answer(JobStatistics(
        total=sum(by_status.values()), by_status=by_status, success_rate=rules.success_rate(by_status),
        average_duration_seconds=None if mean is None else round(mean, 3),
        active_jobs=sum(by_status[status] for status in rules.ACTIVE)))


@router.get("/jobs/{job_id}", response_model=JobAnswer)
def job(call: MayRead, job_id: str) -> Response:
    """One job."""
    with call.transaction() as session:
        found = visible(session, job_id)
        call.query(Query)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.get("/jobs/{job_id}/progress", response_model=ProgressAnswer)
def progress(call: MayRead, job_id: str) -> Response:
    """How far it is."""
    with call.transaction() as session:
        found = visible(session, job_id)
        call.query(Query)
        answer = ProgressAnswer.model_validate(found)
    return call.answer(answer)


@router.get("/jobs/{job_id}/file", response_class=Response, responses=FILES, openapi_extra=takes(query=Query))
def file(call: MayRead, job_id: str) -> Response:
    """Its file: 409 before it is made, 404 where none is, 410 when it is kept no longer."""
    with call.transaction() as session:
        found = visible(session, job_id)
        call.query(Query)
        if not rules.makes_file(found.job_type, found.runner):
            raise not_found()
        if found.is_active:
            raise wrong_state(found.status, rules.TRANSITIONS[found.status])
        if found.status == "completed" and rules.is_file_over(found.completed_at, clock.now()):
            raise Problem(410, "File expired", "The file is kept no longer.")
        made = existing(session.scalar(select(JobFile).where(JobFile.job_id == found.id)))
    call.tell("export_executed", "job.download", "job", found.id)
    return downloads.download(made.name, made.content, made.content_type)


@router.post("/jobs/{job_id}/dispatch", status_code=202, response_model=JobAnswer, openapi_extra=takes(Dispatch))
def dispatch(call: MayRun, job_id: str) -> Response:
    """Have a worker do it; 503 where the queue is down, 409 where it was dispatched before."""
    wanted = visible_to(call, job_id, Dispatch)
    refuse_without_queue()
    with call.transaction() as session:
        found = locked(call, session, job_id)
        changes.dispatch(session, found, wanted.delay_seconds)
        answer = changes.described(session, found)
    return call.answer(answer, 202)


@router.post("/jobs/{job_id}/cancel", response_model=JobAnswer, openapi_extra=takes(Change))
def cancel(call: MayRun, job_id: str) -> Response:
    """End it for good; 409 where it has ended."""
    visible_to(call, job_id, Change)
    with call.transaction() as session:
        found = locked(call, session, job_id)
        changes.cancel(session, found)
        answer = changes.described(session, found)
    return call.answer(answer)


@router.patch("/jobs/{job_id}", response_model=JobAnswer, openapi_extra=takes(Report))
def report(call: MayRun, job_id: str) -> Response:
    """An outside runner's report on its job; 409 for a job of the platform, and for what the job's state does not allow."""
    wanted = visible_to(call, job_id, Report)
    if faults := wanted.faults():
        raise faulty(faults)
    with call.transaction() as session:
        found = locked(call, session, job_id)
        changes.report(session, found, wanted.model_dump(exclude_unset=True, exclude={"version"}))
        answer = changes.described(session, found)
    return call.answer(answer)


@router.delete("/jobs/{job_id}", status_code=204, openapi_extra=takes(Change))
def delete(call: MayRun, job_id: str) -> Response:
    """Remove a job that has ended, or that nobody has begun or dispatched."""
    visible_to(call, job_id, Change)
    with call.transaction() as session:
        changes.delete(session, locked(call, session, job_id))
    return call.answer(None)


def refuse_without_queue() -> None:
    if not stores.queue_is_up():
        raise unavailable("redis")


def visible(session: TenantSession, job_id: str) -> Job:
    """The job of an address; 404 where the tenant has none of that id."""
    return existing(session.get(Job, record_id(job_id)))


def visible_to(call: Call, job_id: str, model: type[Wanted]) -> Wanted:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        visible(session, job_id)
    return call.change(model)


def locked(call: Call, session: TenantSession, job_id: str) -> Job:
    found = existing(changes.lock(session, record_id(job_id)))
    call.check_version(found)
    return found
