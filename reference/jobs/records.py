"""The tables of jobs and of their files."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.jobs import rules


class Job(Audited, TenantOwned, Versioned, Base):
    """Long work on a project.

    ``task_id`` is there from its dispatch on. ``entries`` is what a batch has done so far: whoever takes it up goes on
    behind that. ``broken_runs`` counts the runs in a row that something unforeseen ended. ``cause`` is who dispatched it,
    ``queued_at`` when its task was queued last.
    """

    __tablename__ = "jobs"
    trail = Trail.of("job", silent="progress current_step attempt entries broken_runs cause queued_at")

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    job_type: Mapped[str]
    runner: Mapped[str]
    parameters: Mapped[dict[str, Any]] = mapped_column(JSONB)
    tags: Mapped[dict[str, str]] = mapped_column(JSONB)
    status: Mapped[str] = mapped_column(default="pending")
    progress: Mapped[int] = mapped_column(default=0)
    current_step: Mapped[str | None]
    attempt: Mapped[int] = mapped_column(default=0)
    timeout_seconds: Mapped[int]
    delay_seconds: Mapped[int] = mapped_column(default=0)
    task_id: Mapped[UUID | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    error: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_by_id: Mapped[UUID] = mapped_column("created_by", ForeignKey("people.id"))
    request_id: Mapped[str]
    dispatched_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    duration_seconds: Mapped[float | None]
    entries: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    broken_runs: Mapped[int] = mapped_column(default=0)
    cause: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    queued_at: Mapped[datetime | None]

    created_by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_active(self) -> bool:
        return self.status in rules.ACTIVE

    @property
    def is_terminal(self) -> bool:
        return rules.is_over(self.status)

    @property
    def queue_state(self) -> str:
        return rules.queue_state(self.status, self.task_id is not None)


class JobFile(TenantOwned, Base):
    """The file that a job has made. It is kept for a while."""

    __tablename__ = "job_files"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    name: Mapped[str]
    content_type: Mapped[str]
    content: Mapped[bytes]
