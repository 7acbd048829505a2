"""Tasks at sites over HTTP: planning, reading and doing them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Response
from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema
from sqlalchemy import select

from reference.core import downloads, inputs, pictures
from reference.core.answers import Listed, equals, listed, one_of, takes, takes_file
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Problem, existing, not_allowed
from reference.core.inputs import Body, Change, FilterId, Identifier, Moment, OneOrMore, Page, Query, Text
from reference.core.permissions import scope_of
from reference.core.references import referred
from reference.core.routes import Router
from reference.site_tasks import changes, making, rules
from reference.site_tasks.records import SiteTask, TaskPhoto
from reference.site_tasks.shapes import TaskAnswer
from reference.tenancy.records import Site

router = Router(prefix="/api/v2", tags=["tasks"])

MayRead = Annotated[Call, needs("tasks.read")]
MayManage = Annotated[Call, needs("tasks.manage")]
MayWork = Annotated[Call, needs("tasks.work")]

LAST_YEAR = 9000  # a task that begins in it still expires at a time that can be written
Expiry = Annotated[int, Field(ge=1, le=rules.LONGEST_EXPIRY)]
Minutes = Annotated[int, Field(ge=1, le=rules.LONGEST_PLAN)]
PHOTO = {200: {"content": {kind: {"schema": {"type": "string"}} for kind in pictures.MEDIA_TYPES.values()}}}
ENDING = {"image/jpeg": "jpg", "image/png": "png"}


def _not_too_late(moment: datetime) -> datetime:
    if moment.year > LAST_YEAR:
        raise inputs.fault("out_of_range")
    return moment


def _value(value: Any) -> Any:
    """Text, a number or yes and no; which of them is asked for the task knows."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        if not abs(value) <= rules.LARGEST_NUMBER:
            raise inputs.fault("out_of_range")
        return value
    if not isinstance(value, str):
        raise inputs.fault("type")
    text = inputs.refuse_unstorable(value).strip()
    if not 1 <= len(text) <= rules.LONGEST_ANSWER:
        raise inputs.fault("too_long" if text else "too_short")
    return text


Planned = Annotated[Moment, AfterValidator(_not_too_late)]
Value = Annotated[Any, PlainValidator(_value), WithJsonSchema({"type": ["boolean", "number", "string"]})]
Whose = Annotated[Literal["me"] | FilterId, Field(union_mode="left_to_right")]


class NewTask(Body):
    """A single task to be made."""

    name: Text(1, 200)
    site_id: Identifier
    assignee_id: Identifier | None = None
    planned_at: Planned
    plan_minutes: Minutes
    expiry_minutes: Expiry


class TaskChange(Change):
    """What is to be different. Whose it is changes by assigning it."""

    name: Text(1, 200) = None
    description: Text(0, 5000) = None
    site_id: Identifier = None
    priority: Literal[rules.PRIORITIES] = None
    planned_at: Planned = None
    plan_minutes: Minutes = None
    expiry_minutes: Expiry = None

    READ_ONLY = frozenset({*TaskAnswer.model_fields, "assignee_id"}) - {"version"}


class Assignment(Change):
    person_id: Identifier


class Start(Change):
    scan_code: Text(1, 200) = None


class Comment(Change):
    comment: Text(1, 2000)


class Reply(Body):
    question_id: Text(1, 50)
    answer: Value


class Answers(Change):
    answers: Annotated[list[Reply], Field(max_length=rules.MOST_QUESTIONS)]


class TaskFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    site_id: FilterId | None = None
    assignee_id: Whose | None = None
    planned_at_from: Moment | None = None
    planned_at_to: Moment | None = None
    sort: Literal["planned_at", "-planned_at"] | None = None


ORDERS = {"planned_at": SiteTask.planned_at.asc(), "-planned_at": SiteTask.planned_at.desc(),
          None: SiteTask.created_at.desc()}


@router.get("/tasks", response_model=Listed[TaskAnswer], openapi_extra=takes(query=TaskFilter))
def tasks(call: MayRead) -> Response:
    """The tasks: all of the tenant, or the own."""
    wanted = call.query(TaskFilter)
    assignee = call.person.person_id if wanted.assignee_id == "me" else wanted.assignee_id
    query = select(SiteTask).where(*one_of(SiteTask.status, wanted.status), *equals(SiteTask.site_id, wanted.site_id),
                                   *equals(SiteTask.assignee_id, assignee))
    if not sees_all(call):
        query = query.where(SiteTask.assignee_id == call.person.person_id)
    if wanted.planned_at_from is not None:
        query = query.where(SiteTask.planned_at >= wanted.planned_at_from)
    if wanted.planned_at_to is not None:
        query = query.where(SiteTask.planned_at < wanted.planned_at_to)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(ORDERS[wanted.sort], SiteTask.id), wanted, TaskAnswer)
    return call.answer(answer)


@router.get("/tasks/{task_id}", response_model=TaskAnswer, openapi_extra=takes(query=Query))
def task(call: MayRead, task_id: str) -> Response:
    """One task."""
    with call.transaction() as session:
        answer = TaskAnswer.model_validate(visible(call, session, task_id))
    call.query(Query)
    return call.answer(answer)


@router.get("/tasks/{task_id}/photos/{photo_id}", response_class=Response, responses=PHOTO,
            openapi_extra=takes(query=Query))
def photo(call: MayRead, task_id: str, photo_id: str) -> Response:
    """A photo, as it was sent."""
    with call.transaction() as session:
        found = visible(call, session, task_id)
        kept = existing(session.scalar(select(TaskPhoto).where(TaskPhoto.id == record_id(photo_id),
                                                               TaskPhoto.task_id == found.id)))
        kind = next(each["content_type"] for each in found.photos if each["id"] == str(kept.id))
    call.query(Query)
    return downloads.download(f"photo-{kept.id}.{ENDING[kind]}", kept.content, kind)


@router.post("/tasks", status_code=201, response_model=TaskAnswer, openapi_extra=takes(NewTask))
def add(call: MayManage) -> Response:
    """Make a single task."""
    wanted = call.body(NewTask)
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        changes.worker(session, wanted.assignee_id, "assignee_id")
        new = SiteTask(**wanted.model_dump(), grace_minutes=0)
        changes.refuse_short_expiry(new)
        answer = described(session, making.create(session, new))
    return call.answer(answer, 201)


@router.patch("/tasks/{task_id}", response_model=TaskAnswer, openapi_extra=takes(TaskChange))
def change(call: MayManage, task_id: str) -> Response:
    """Change what was sent; 409 where the task is over."""
    wanted = _checked(call, task_id, TaskChange, "tasks.manage")
    with call.transaction() as session:
        found = locked(call, session, task_id, "tasks.manage")
        fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
        referred(session, Site, fields.get("site_id"), "site_id")
        changes.change(session, found, fields)
        answer = described(session, found)
    return call.answer(answer)


@router.post("/tasks/{task_id}/assign", response_model=TaskAnswer, openapi_extra=takes(Assignment))
def assign(call: MayManage, task_id: str) -> Response:
    """Give the task to somebody, who is told."""
    wanted = _checked(call, task_id, Assignment, "tasks.manage")
    with call.transaction() as session:
        found = locked(call, session, task_id, "tasks.manage")
        changes.assign(session, found, changes.worker(session, wanted.person_id, "person_id"))
        answer = described(session, found)
    return call.answer(answer)


def _offer(verb: str, purpose: str, body: type[Change]) -> None:
    """The endpoint of one verb."""
    @router.post(f"/tasks/{{task_id}}/{verb.replace('_', '-')}", name=f"{verb} task", description=purpose,
                 response_model=TaskAnswer, openapi_extra=takes(body))
    def endpoint(call: MayWork, task_id: str) -> Response:
        return do_verb(call, task_id, verb, body, "tasks.work")


_offer("start", "Begin the task, at the place where its code is.", Start)
_offer("standby", "Hold the task, and say why.", Comment)
_offer("resume", "Go on with a task that was held or left in part.", Change)
_offer("hand_back", "Give the task back: it is nobody's then.", Change)
_offer("partial", "Leave the task done in part.", Change)
_offer("complete", "End the task. A report of it follows.", Change)


@router.post("/tasks/{task_id}/reopen", response_model=TaskAnswer, openapi_extra=takes(Comment))
def reopen(call: MayManage, task_id: str) -> Response:
    """Have a completed task done again, and say why; 409 once it would have expired."""
    return do_verb(call, task_id, "reopen", Comment, "tasks.manage")


def do_verb(call: Call, task_id: str, verb: str, body: type[Change], permission: str) -> Response:
    wanted = _checked(call, task_id, body, permission)
    with call.transaction() as session:
        found = locked(call, session, task_id, permission)
        changes.do_verb(session, found, verb, getattr(wanted, "comment", None), getattr(wanted, "scan_code", None))
        answer = described(session, found)
    return call.answer(answer)


@router.put("/tasks/{task_id}/answers", response_model=TaskAnswer, openapi_extra=takes(Answers))
def answer(call: MayWork, task_id: str) -> Response:
    """Replace the answers; a number outside the question's range is flagged."""
    wanted = _checked(call, task_id, Answers, "tasks.work")
    with call.transaction() as session:
        found = locked(call, session, task_id, "tasks.work")
        changes.answer(found, [(each.question_id, each.answer) for each in wanted.answers])
        answered = described(session, found)
    return call.answer(answered)


@router.post("/tasks/{task_id}/photos", status_code=201, response_model=TaskAnswer, openapi_extra=takes_file("file"))
def add_photo(call: MayWork, task_id: str) -> Response:
    """Add a photo: JPEG or PNG, whatever it is called; 413 for one too large, 415 for another kind."""
    with call.transaction() as session:
        workable(call, session, task_id, "tasks.work")
    file = call.file("file")
    if len(file.content) > rules.PHOTO_BYTES:
        raise Problem(413, detail="A photo has at most 5 MB.")
    picture = pictures.look_at(file.content)
    if picture is None:
        raise Problem(415, detail="A photo is JPEG or PNG.")
    with call.transaction() as session:
        found = workable(call, session, task_id, "tasks.work", lock=True)
        changes.add_photo(session, found, file, picture)
        answered = described(session, found)
    return call.answer(answered, 201)


def sees_all(call: Call) -> bool:
    return scope_of(call.person.role, "tasks.read") == "all"


def visible(call: Call, session: TenantSession, task_id: str, *, lock: bool = False) -> SiteTask:
    """The task of an address; 404 where it is not the tenant's, or another's and the person sees only the own."""
    query = select(SiteTask).where(SiteTask.id == record_id(task_id))
    found = existing(session.scalar(query.with_for_update(of=SiteTask) if lock else query))
    return existing(found if sees_all(call) or found.assignee_id == call.person.person_id else None)


def workable(call: Call, session: TenantSession, task_id: str, permission: str, *, lock: bool = False) -> SiteTask:
    """The same; 403 where the person sees it and may only work on the own."""
    found = visible(call, session, task_id, lock=lock)
    if scope_of(call.person.role, permission) == "own" and found.assignee_id != call.person.person_id:
        raise not_allowed()
    return found


def _checked(call: Call, task_id: str, model: type[Change], permission: str) -> Any:
    """404 and 403 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        workable(call, session, task_id, permission)
    return call.change(model)


def locked(call: Call, session: TenantSession, task_id: str, permission: str) -> SiteTask:
    found = workable(call, session, task_id, permission, lock=True)
    call.check_version(found)
    return found


def described(session: TenantSession, task: SiteTask) -> TaskAnswer:
    """The task as it is answered, with the version that it has after this transaction."""
    session.flush()
    session.refresh(task)
    return TaskAnswer.model_validate(task)
