"""The table of audit events. The heads of their chains are kept apart, in ``audit_chains`` (core.audit)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from reference.core.database import Base, TenantOwned


class AuditEvent(TenantOwned, Base):
    """What somebody did. Never changed. JSON is kept as it was written (not jsonb), since the hash is made of it.

    ``person_id`` refers to nobody by a foreign key: its check would wait for whoever is changing that person.
    """

    __tablename__ = "audit_events"

    at: Mapped[datetime]
    person_id: Mapped[UUID | None]
    role: Mapped[str | None]
    action: Mapped[str]
    event_type: Mapped[str]
    level: Mapped[str]
    object_type: Mapped[str | None]
    object_id: Mapped[UUID | None]
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSON)  # the name means something else to SQLAlchemy
    ip: Mapped[str | None]
    user_agent: Mapped[str | None]
    request_id: Mapped[str | None]
    task_id: Mapped[str | None]
    retention_until: Mapped[datetime]
    chain: Mapped[str]
    sequence: Mapped[int]
    previous_hash: Mapped[str]
    hash: Mapped[str]
