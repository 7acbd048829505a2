"""The tables of reports and of their files."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned


class Report(Audited, TenantOwned, Base):
    """What was asked for, and what has become of it. ``file`` is {name, content_type, size, sha256}."""

    __tablename__ = "reports"
    trail = Trail.of("report")

    type: Mapped[str]
    format: Mapped[str]
    params: Mapped[dict[str, Any]] = mapped_column(JSONB)
    status: Mapped[str] = mapped_column(default="queued")
    requested_by_id: Mapped[UUID | None] = mapped_column("requested_by", ForeignKey("people.id"))
    schedule_id: Mapped[UUID | None]
    rows: Mapped[int | None]
    file: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    error: Mapped[str | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]

    requested_by: Mapped[Person | None] = relationship(lazy="joined")


class ReportFile(TenantOwned, Base):
    """The content, apart from what is known of it."""

    __tablename__ = "report_files"

    report_id: Mapped[UUID] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"))
    content: Mapped[bytes]
