"""The tables of conversations and their messages, of what was used, and of what may be."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned


class Conversation(Audited, TenantOwned, Base):
    """A talk of its owner with the language model; or that of a mission, which goes with it."""

    __tablename__ = "conversations"
    trail = Trail.of("conversation", silent="message_count total_tokens last_message_at")

    owner_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    title: Mapped[str]
    system_prompt: Mapped[str | None]
    visibility: Mapped[str] = mapped_column(default="private")
    mission_id: Mapped[UUID | None] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    archived: Mapped[bool] = mapped_column(default=False)
    message_count: Mapped[int] = mapped_column(default=0)
    total_tokens: Mapped[int] = mapped_column(default=0)
    last_message_at: Mapped[datetime | None]

    @property
    def is_told(self) -> bool:
        return self.mission_id is None


class Message(TenantOwned, Base):
    """A question, with who asked it and whether it was answered; or an answer, with what it cost."""

    __tablename__ = "messages"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    sequence: Mapped[int]
    role: Mapped[str]
    content: Mapped[str]
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str | None]
    model: Mapped[str | None]
    prompt_tokens: Mapped[int | None]
    completion_tokens: Mapped[int | None]
    total_tokens: Mapped[int | None]
    latency_ms: Mapped[int | None]


class UsageRecord(TenantOwned, Base):
    """What one turn has used. It outlives its conversation."""

    __tablename__ = "usage_records"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    conversation_id: Mapped[UUID]
    model: Mapped[str]
    prompt_tokens: Mapped[int]
    completion_tokens: Mapped[int]
    total_tokens: Mapped[int]
    at: Mapped[datetime]


class TokenBudget(Audited, TenantOwned, Base):
    """How many tokens a tenant may use a day and a month, and has used until the moments at which they count anew."""

    __tablename__ = "token_budgets"
    trail = Trail.of("token_budget", silent="daily_used monthly_used daily_resets_at monthly_resets_at")

    daily_limit: Mapped[int] = mapped_column(default=1_000_000)
    monthly_limit: Mapped[int] = mapped_column(default=20_000_000)
    daily_used: Mapped[int] = mapped_column(default=0)
    monthly_used: Mapped[int] = mapped_column(default=0)
    daily_resets_at: Mapped[datetime]
    monthly_resets_at: Mapped[datetime]
