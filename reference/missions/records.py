"""The tables of missions, their targets, findings and approvals, and of knowledge rules."""

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


class KnowledgeRule(Audited, TenantOwned, Versioned, Base):
    """What a survey looks for. ``check`` is {kind, path, …} of rules.evidence."""

    __tablename__ = "knowledge_rules"
    trail = Trail.of("knowledge_rule")

    code: Mapped[str]
    title: Mapped[str]
    category: Mapped[str]
    severity: Mapped[str]
    description: Mapped[str]
    recommendation: Mapped[str]
    check: Mapped[dict[str, Any]] = mapped_column(JSONB)
    risk: Mapped[str] = mapped_column(default="low")
    enabled: Mapped[bool] = mapped_column(default=True)


class Mission(Audited, TenantOwned, Versioned, Base):
    """A survey. ``rules`` are the knowledge rules as they were at the start: a running mission keeps them.

    ``ran_seconds`` is the time spent running in this attempt before ``running_since``; pauses are not in it.
    ``broken_runs`` counts the runs in a row that something unforeseen ended. ``cause`` is who wanted it to run.
    """

    __tablename__ = "missions"
    trail = Trail.of("mission", silent="rules phase progress running_since ran_seconds broken_runs request_id cause")

    name: Mapped[str]
    description: Mapped[str]
    scope: Mapped[list[str]] = mapped_column(JSONB)
    goals: Mapped[list[dict[str, str]]] = mapped_column(JSONB)
    constraints: Mapped[dict[str, int]] = mapped_column(JSONB)
    rule_ids: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    rules: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    status: Mapped[str] = mapped_column(default="created")
    phase: Mapped[str | None]
    status_reason: Mapped[str | None]
    progress: Mapped[int] = mapped_column(default=0)
    attempt: Mapped[int] = mapped_column(default=0)
    risk_score: Mapped[int | None]
    conversation_id: Mapped[UUID | None]
    created_by_id: Mapped[UUID] = mapped_column("created_by", ForeignKey("people.id"))
    started_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    running_since: Mapped[datetime | None]
    ran_seconds: Mapped[float] = mapped_column(default=0.0)
    broken_runs: Mapped[int] = mapped_column(default=0)
    request_id: Mapped[str]
    cause: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)

    created_by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Target(TenantOwned, Base):
    """One address of a mission. Its next step is the rule after those that are done or skipped.

    ``steps_refused`` are those of the skipped that a person rejected or nobody approved: a retry leaves them out, too.
    """

    __tablename__ = "mission_targets"

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    position: Mapped[int]
    address: Mapped[str]
    url: Mapped[str]
    status: Mapped[str] = mapped_column(default="pending")
    http_status: Mapped[int | None]
    response_ms: Mapped[int | None]
    surveyed_at: Mapped[datetime | None]
    steps_done: Mapped[int] = mapped_column(default=0)
    steps_skipped: Mapped[int] = mapped_column(default=0)
    steps_refused: Mapped[int] = mapped_column(default=0)


class Finding(Audited, TenantOwned, Versioned, Base):
    """What a rule found on a target: one for each of both in a mission."""

    __tablename__ = "findings"
    trail = Trail.of("finding", silent="last_seen_at")

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    target_id: Mapped[UUID] = mapped_column(ForeignKey("mission_targets.id", ondelete="CASCADE"))
    rule_id: Mapped[UUID]  # of the rule as the mission keeps it
    code: Mapped[str]
    title: Mapped[str]
    category: Mapped[str]
    severity: Mapped[str]
    status: Mapped[str] = mapped_column(default="open")
    evidence: Mapped[str]
    recommendation: Mapped[str]
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    decided_by_id: Mapped[UUID | None] = mapped_column("decided_by", ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    comment: Mapped[str] = mapped_column(default="")

    decided_by: Mapped[Person | None] = relationship(lazy="joined")


class Approval(Audited, TenantOwned, Base):
    """The question whether a risky step may be done. It holds for the attempt in which it was asked."""

    __tablename__ = "approvals"
    trail = Trail.of("approval")

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    target_id: Mapped[UUID] = mapped_column(ForeignKey("mission_targets.id", ondelete="CASCADE"))
    rule_id: Mapped[UUID]
    attempt: Mapped[int]
    action: Mapped[str]
    risk: Mapped[str]
    status: Mapped[str] = mapped_column(default="pending")
    requested_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    decided_by_id: Mapped[UUID | None] = mapped_column("decided_by", ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    comment: Mapped[str] = mapped_column(default="")

    decided_by: Mapped[Person | None] = relationship(lazy="joined")
