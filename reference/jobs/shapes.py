"""How jobs are answered, over HTTP and in live updates alike."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from pydantic import AliasChoices, Field

from reference.core.answers import Answer, Moment, NamedPerson, VersionedAnswer
from reference.jobs.rules import NOT_QUEUED, QUEUE_STATES, RUNNERS, STATUSES, TYPES


class JobError(Answer):
    code: str
    message: str


class JobAnswer(VersionedAnswer):
    project_id: UUID
    job_type: Literal[tuple(TYPES)]
    runner: Literal[RUNNERS]
    parameters: dict[str, Any]
    tags: dict[str, str]
    status: Literal[STATUSES]
    progress: int
    current_step: str | None
    attempt: int
    timeout_seconds: int
    delay_seconds: int
    task_id: UUID | None
    result: dict[str, Any] | None
    error: JobError | None
    created_by: NamedPerson
    request_id: str
    dispatched_at: Moment | None
    started_at: Moment | None
    completed_at: Moment | None
    duration_seconds: float | None


class ProgressAnswer(Answer):
    """How far a job is."""

    job_id: UUID = Field(validation_alias=AliasChoices("job_id", "id"))
    status: Literal[STATUSES]
    progress: int
    current_step: str | None
    is_active: bool
    is_terminal: bool
    queue_state: Literal[(NOT_QUEUED, *QUEUE_STATES.values())]
    created_at: Moment
    dispatched_at: Moment | None
    started_at: Moment | None
    completed_at: Moment | None


class JobState(ProgressAnswer):
    """The same to whoever begins to watch the job, with what it has come to."""

    result: dict[str, Any] | None
    error: JobError | None


class ByStatus(Answer):
    pending: int
    running: int
    completed: int
    failed: int
    cancelled: int


class JobStatistics(Answer):
    """The numbers of jobs. The rate and the mean are null where there is nothing to count."""

    total: int
    by_status: ByStatus
    success_rate: float | None
    average_duration_seconds: float | None
    active_jobs: int
