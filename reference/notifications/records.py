"""The table of notifications."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned


class Notification(Audited, TenantOwned, Base):
    """What one person is told of one event. ``email`` is {to, status, attempts, message_id, sent_at, error}, or None
    where this kind goes by no mail."""

    __tablename__ = "notifications"
    trail = Trail.of("notification", silent="status pushed_at read_at email")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    event_key: Mapped[str]
    status: Mapped[str]
    pushed_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    email: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
