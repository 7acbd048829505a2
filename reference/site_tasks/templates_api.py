"""The templates of tasks over HTTP: what recurs, and making one task of it at once."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import uuid4

from fastapi import Response
from pydantic import Field
from sqlalchemy import select

from reference.core import clock
from reference.core.answers import Listed, listed, takes
from reference.core.calls import Call, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, existing, faulty
from reference.core.inputs import Body, Change, Date, Identifier, Page, Query, Text
from reference.core.permissions import may, scope_of
from reference.core.references import referred
from reference.core.routes import Router
from reference.site_tasks import api, changes, cron, making, rules
from reference.site_tasks.records import TaskTemplate
from reference.site_tasks.shapes import DueTime, TaskAnswer, TemplateAnswer, Upcoming
from reference.tenancy.records import Site

router = Router(prefix="/api/v2", tags=["tasks"])

Minutes = Annotated[int, Field(ge=1, le=rules.LONGEST_PLAN)]
Grace = Annotated[int, Field(ge=0, le=rules.LONGEST_PLAN)]
Required = Annotated[int, Field(ge=0, le=10)]
Limit = Annotated[float, Field(ge=-rules.LARGEST_NUMBER, le=rules.LARGEST_NUMBER)]
QuestionId = Annotated[Text(1, 50), Field(pattern="^[A-Za-z0-9_-]+$")]


class Question(Body):
    """What is asked of who does the task. ``low`` and ``high`` are what a number is expected to lie between."""

    id: QuestionId = Field(default_factory=lambda: uuid4().hex)
    text: Text(1, 500)
    kind: Literal[rules.ANSWER_KINDS] = "text"
    required: bool = False
    low: Limit | None = None
    high: Limit | None = None


Questions = Annotated[list[Question], Field(max_length=rules.MOST_QUESTIONS)]


class NewTemplate(Body):
    """A template to be added."""

    name: Text(1, 200)
    description: Text(0, 5000) = ""
    site_id: Identifier
    kind: Literal[rules.KINDS] = "task"
    priority: Literal[rules.PRIORITIES] = "medium"
    assignee_id: Identifier | None = None
    scan_type: Literal[rules.SCAN_TYPES] = "skip"
    scan_code: Text(1, 200) | None = None
    plan_minutes: Minutes
    grace_minutes: Grace = 0
    expiry_minutes: api.Expiry
    questions: Questions = Field(default_factory=list)
    photos_required: Required = 0
    schedule: Text(1, 200) | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    active: bool = True


class TemplateChange(Change):
    """What is to be different; tasks that are made already stay as they are."""

    name: Text(1, 200) = None
    description: Text(0, 5000) = None
    site_id: Identifier = None
    kind: Literal[rules.KINDS] = None
    priority: Literal[rules.PRIORITIES] = None
    assignee_id: Identifier | None = None
    scan_type: Literal[rules.SCAN_TYPES] = None
    scan_code: Text(1, 200) | None = None
    plan_minutes: Minutes = None
    grace_minutes: Grace = None
    expiry_minutes: api.Expiry = None
    questions: Questions = None
    photos_required: Required = None
    schedule: Text(1, 200) | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    active: bool = None

    READ_ONLY = frozenset(TemplateAnswer.model_fields) - {"version"}


class TaskOfTemplate(Body):
    """When the task is planned (now), and whose it is (the template's)."""

    planned_at: api.Planned = None
    assignee_id: Identifier | None = None


@router.get("/task-templates", response_model=Listed[TemplateAnswer], openapi_extra=takes(query=Page))
def templates(call: api.MayRead) -> Response:
    """The templates: all of the tenant, or those that name the person."""
    wanted = call.query(Page)
    query = select(TaskTemplate).order_by(TaskTemplate.created_at.desc(), TaskTemplate.id)
    if not sees_all(call):
        query = query.where(TaskTemplate.assignee_id == call.person.person_id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, TemplateAnswer)
    answer.items = [shown(call, each) for each in answer.items]
    return call.answer(answer)


@router.get("/task-templates/{template_id}", response_model=TemplateAnswer, openapi_extra=takes(query=Query))
def template(call: api.MayRead, template_id: str) -> Response:
    """One template."""
    with call.transaction() as session:
        answer = TemplateAnswer.model_validate(visible(call, session, template_id))
    call.query(Query)
    return call.answer(shown(call, answer))


@router.get("/task-templates/{template_id}/upcoming", response_model=Upcoming, openapi_extra=takes(query=Query))
def upcoming(call: api.MayRead, template_id: str) -> Response:
    """The due times for which the next run makes a task."""
    with call.transaction(snapshot=True) as session:
        found = visible(call, session, template_id)
        call.query(Query)
        answer = Upcoming(items=[DueTime(planned_at=due) for due in making.to_make(session, found)])
    return call.answer(answer)


@router.post("/task-templates", status_code=201, response_model=TemplateAnswer, openapi_extra=takes(NewTemplate))
def add(call: api.MayManage) -> Response:
    """Add a template."""
    wanted = call.body(NewTemplate)
    with call.transaction() as session:
        fields = wanted.model_dump()
        check(session, fields, fields)
        template = TaskTemplate(**fields)
        session.add(template)
        answer = described(session, template)
    return call.answer(answer, 201)


@router.patch("/task-templates/{template_id}", response_model=TemplateAnswer, openapi_extra=takes(TemplateChange))
def change(call: api.MayManage, template_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        visible(call, session, template_id)
    wanted = call.change(TemplateChange)
    with call.transaction() as session:
        found = existing(making.lock_template(session, record_id(template_id)))
        call.check_version(found)
        fields = {name: value for name, value in wanted.model_dump().items()
                  if name in wanted.model_fields_set and name != "version"}
        check(session, fields, {name: getattr(found, name) for name in NewTemplate.model_fields} | fields)
        for name, value in fields.items():
            setattr(found, name, value)
        answer = described(session, found)
    return call.answer(answer)


@router.delete("/task-templates/{template_id}", status_code=204, openapi_extra=takes(Change))
def delete(call: api.MayManage, template_id: str) -> Response:
    """Remove a template; the tasks that were made of it stay."""
    with call.transaction() as session:
        visible(call, session, template_id)
    call.change(Change)
    with call.transaction() as session:
        found = existing(making.lock_template(session, record_id(template_id)))
        call.check_version(found)
        session.delete(found)
    return call.answer(None)


@router.post("/task-templates/{template_id}/tasks", status_code=201, response_model=TaskAnswer,
             openapi_extra=takes(TaskOfTemplate))
def make_task(call: api.MayManage, template_id: str) -> Response:
    """Make one task of the template; 409 where it has one for that time."""
    with call.transaction() as session:
        visible(call, session, template_id)
    wanted = call.body(TaskOfTemplate)
    with call.transaction() as session:
        found = existing(making.lock_template(session, record_id(template_id)))
        is_given = "assignee_id" in wanted.model_fields_set
        assignee = changes.worker(session, wanted.assignee_id if is_given else found.assignee_id, "assignee_id")
        task = making.make(session, found, wanted.planned_at or clock.now(), assignee)
        answer = api.described(session, task)
    return call.answer(answer, 201)


def sees_all(call: Call) -> bool:
    return scope_of(call.person.role, "tasks.read") == "all"


def visible(call: Call, session: TenantSession, template_id: str) -> TaskTemplate:
    """The template of an address; 404 where it is not the tenant's, or another's and the person sees only the own."""
    found = existing(session.get(TaskTemplate, record_id(template_id)))
    return existing(found if sees_all(call) or found.assignee_id == call.person.person_id else None)


def shown(call: Call, answer: TemplateAnswer) -> TemplateAnswer:
    """Without the code that is to be scanned, but to who sets it: who knew it need not go there."""
    if not may(call.person.role, "tasks.manage", call.person.modules):
        answer.scan_code = None
    return answer


def described(session: TenantSession, template: TaskTemplate) -> TemplateAnswer:
    session.flush()
    session.refresh(template)
    return TemplateAnswer.model_validate(template)


def check(session: TenantSession, sent: dict[str, Any], whole: dict[str, Any]) -> None:
    """422 for what was sent, where it names what is not the tenant's or does not go together with the rest."""
    site = referred(session, Site, sent.get("site_id"), "site_id") or session.get_one(Site, whole["site_id"])
    changes.worker(session, sent.get("assignee_id"), "assignee_id")
    faults = [*rules.faults_of(whole)]
    if "schedule" in sent or "site_id" in sent:
        schedule = whole["schedule"]
        if schedule is not None and not cron.is_schedule(schedule, site.timezone, clock.now()):
            faults.append(Fault("schedule", "format", "This is no cron expression of five fields that comes due."))
    if faults:
        raise faulty(faults)
