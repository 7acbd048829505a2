"""How tasks and their templates are answered."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from reference.core.answers import Answer, Moment, NamedPerson, NamedSite, VersionedAnswer
from reference.site_tasks.rules import ANSWER_KINDS, KINDS, PRIORITIES, SCAN_TYPES, STATUSES


class QuestionAnswer(Answer):
    id: str
    text: str
    kind: Literal[ANSWER_KINDS]
    required: bool
    low: float | None
    high: float | None


class TemplateAnswer(VersionedAnswer):
    name: str
    description: str
    site: NamedSite
    kind: Literal[KINDS]
    priority: Literal[PRIORITIES]
    assignee: NamedPerson | None
    scan_type: Literal[SCAN_TYPES]
    scan_code: str | None
    plan_minutes: int
    grace_minutes: int
    expiry_minutes: int
    questions: list[QuestionAnswer]
    photos_required: int
    schedule: str | None
    timezone: str
    valid_from: date | None
    valid_until: date | None
    active: bool


class GivenAnswer(Answer):
    question_id: str
    answer: bool | float | str
    flagged: bool


class Photo(Answer):
    id: UUID
    name: str
    content_type: Literal["image/jpeg", "image/png"]
    size: int


class Line(Answer):
    """What became of a task, when, and by whom; by nobody where it was a matter of time."""

    at: str
    status: Literal[STATUSES]
    person: NamedPerson | None
    comment: str | None


class TaskAnswer(VersionedAnswer):
    template_id: UUID | None
    name: str
    description: str
    site: NamedSite | None
    assignee: NamedPerson | None
    priority: Literal[PRIORITIES]
    status: Literal[STATUSES]
    scan_type: Literal[SCAN_TYPES]
    plan_minutes: int
    grace_minutes: int
    expiry_minutes: int
    questions: list[QuestionAnswer]
    photos_required: int
    planned_at: Moment
    expires_at: Moment
    started_at: Moment | None
    completed_at: Moment | None
    overdue: bool
    answers: list[GivenAnswer]
    photos: list[Photo]
    standby_comment: str | None
    report_id: UUID | None
    history: list[Line]


class DueTime(Answer):
    planned_at: Moment


class Upcoming(Answer):
    items: list[DueTime]
