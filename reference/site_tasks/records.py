"""The tables of tasks at sites, of the templates that they are made from, and of their photos."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.site_tasks import rules
from reference.tenancy.records import Site


class TaskTemplate(Audited, TenantOwned, Versioned, Base):
    """What tasks are made from, by hand or by its ``schedule``."""

    __tablename__ = "task_templates"
    trail = Trail.of("task_template", secret="scan_code")

    name: Mapped[str]
    description: Mapped[str]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    kind: Mapped[str]
    priority: Mapped[str]
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    scan_type: Mapped[str]
    scan_code: Mapped[str | None]
    plan_minutes: Mapped[int]
    grace_minutes: Mapped[int]
    expiry_minutes: Mapped[int]
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    photos_required: Mapped[int]
    schedule: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    active: Mapped[bool]

    site: Mapped[Site] = relationship(lazy="joined", innerjoin=True)
    assignee: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def timezone(self) -> str:
        """Where its schedule is read."""
        return self.site.timezone


class SiteTask(Audited, TenantOwned, Versioned, Base):
    """One task. What its template asked for when it was made is its own from then on.

    ``due_at`` is the template's due time that it was made for: it stays when somebody plans the task for another time.
    ``history`` is [{at, status, person, comment}], a line for each status.
    """

    __tablename__ = "tasks"
    trail = Trail.of("task", silent="history questions due_at", secret="scan_code")

    template_id: Mapped[UUID | None] = mapped_column(ForeignKey("task_templates.id", ondelete="SET NULL"))
    due_at: Mapped[datetime | None]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id", ondelete="SET NULL"))
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    priority: Mapped[str] = mapped_column(default="medium")
    status: Mapped[str] = mapped_column(default="assigned")
    scan_type: Mapped[str] = mapped_column(default="skip")
    scan_code: Mapped[str | None]
    plan_minutes: Mapped[int]
    grace_minutes: Mapped[int] = mapped_column(default=0)
    expiry_minutes: Mapped[int]
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    photos_required: Mapped[int] = mapped_column(default=0)
    planned_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    answers: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    photos: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    standby_comment: Mapped[str | None]
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("reports.id", ondelete="SET NULL"))
    history: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)

    site: Mapped[Site | None] = relationship(lazy="joined")
    assignee: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def overdue(self) -> bool:
        """Whether it was completed too late, or should have been by now."""
        return rules.is_overdue(self.planned_at, self.plan_minutes + self.grace_minutes, self.completed_at or clock.now())


class TaskPhoto(TenantOwned, Base):
    """The content of a photo, apart from its task: who lists tasks does not read it."""

    __tablename__ = "task_photos"

    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"))
    content: Mapped[bytes]
