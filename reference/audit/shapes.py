"""How events of the trail and its check are answered."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from reference.audit.rules import EVENT_TYPES, LEVELS
from reference.core.answers import Answer, Moment, RecordAnswer


class FieldChange(Answer):
    field: str
    before: Any
    after: Any


class AuditEventAnswer(RecordAnswer):
    at: Moment
    person_id: UUID | None
    role: str | None
    action: str
    event_type: Literal[EVENT_TYPES]
    level: Literal[LEVELS]
    object_type: str | None
    object_id: UUID | None
    changes: list[FieldChange]
    metadata: dict[str, Any] = Field(validation_alias="details")
    ip: str | None
    user_agent: str | None
    request_id: str | None
    task_id: str | None
    retention_until: Moment
    chain: str
    sequence: int
    previous_hash: str
    hash: str


class Check(Answer):
    """``checked`` events are as they were written; then the first that is not, without an id where it is gone."""

    valid: bool
    checked: int
    first_broken_id: UUID | None
    first_broken_sequence: int | None
