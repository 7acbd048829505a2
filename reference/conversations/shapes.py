"""How conversations and what belongs to them are answered, over HTTP and in live updates alike."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from reference.conversations.rules import STATES, VISIBILITIES
from reference.core.answers import Answer, Moment, RecordAnswer


class ConversationAnswer(RecordAnswer):
    owner_id: UUID
    title: str
    system_prompt: str | None
    visibility: Literal[VISIBILITIES]
    mission_id: UUID | None
    archived: bool
    message_count: int
    total_tokens: int
    last_message_at: Moment | None


class MessageAnswer(RecordAnswer):
    conversation_id: UUID
    sequence: int
    role: Literal["user", "assistant"]
    content: str
    author_id: UUID | None
    state: Literal[STATES] | None
    model: str | None
    prompt_tokens: int | None
    completion_tokens: int | None
    total_tokens: int | None
    latency_ms: int | None


class TurnAnswer(Answer):
    """A question and its answer."""

    conversation_id: UUID
    question: MessageAnswer
    answer: MessageAnswer


class BudgetAnswer(RecordAnswer):
    daily_limit: int
    monthly_limit: int
    daily_used: int
    monthly_used: int
    daily_resets_at: Moment
    monthly_resets_at: Moment
