"""How tickets and what belongs to them are answered, over HTTP and in live updates alike."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from reference.core.answers import Answer, Moment, NamedPerson, RecordAnswer, VersionedAnswer
from reference.tickets.rules import PRIORITIES, STATUSES, UNITS

By = NamedPerson | Literal["system"]


class HistoryEntry(Answer):
    """One field that was changed: its name, and how it was and is."""

    model_config = ConfigDict(from_attributes=True, serialize_by_alias=True)

    at: Moment
    by: By
    change: str
    from_: str | int | None = Field(alias="from")
    to: str | int | None
    comment: str | None


class TicketAnswer(VersionedAnswer):
    number: str
    title: str
    description: str
    category: str | None
    priority: Literal[PRIORITIES]
    status: Literal[STATUSES]
    site_id: UUID | None
    reporter_id: UUID
    assignee_id: UUID | None
    due_at: Moment
    overdue: bool
    escalation_level: int
    escalated_at: Moment | None
    escalated_by: By | None
    resolution: str | None
    resolved_at: Moment | None
    closed_at: Moment | None
    warned_at: Moment | None
    history: list[HistoryEntry]


class CommentAnswer(RecordAnswer):
    text: str
    by: NamedPerson
    at: Moment


class EscalationRuleAnswer(RecordAnswer):
    category: str
    level: int
    unit: Literal[tuple(UNITS)]
    value: int
    person_id: UUID


class Changed(Answer):
    """What who watches a ticket is told of a change, beside the names of the fields that changed."""

    id: UUID
    number: str
    status: str
    priority: str
    assignee_id: UUID | None
    due_at: Moment
    escalation_level: int
    version: int
