"""The tables of calls and of what they come to a day."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reference.core.database import Base, TenantOwned

KEPT_DAYS = 90  # of single calls


class CallRecord(TenantOwned, Base):
    """One call of a signed-in person. ``route`` is the pattern of its address: no single record's id stands in it."""

    __tablename__ = "call_records"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    method: Mapped[str]
    route: Mapped[str]
    status: Mapped[int]
    duration_ms: Mapped[float]
    request_id: Mapped[str]


class DailySummary(TenantOwned, Base):
    """What one day came to, made when it was over."""

    __tablename__ = "daily_summaries"

    date: Mapped[date]
    calls: Mapped[int]
    errors: Mapped[int]
    unique_people: Mapped[int]
    avg_response_ms: Mapped[float | None]
    p95_response_ms: Mapped[float | None]
    prompt_tokens: Mapped[int]
    completion_tokens: Mapped[int]
    total_tokens: Mapped[int]
    aggregated_at: Mapped[datetime]
