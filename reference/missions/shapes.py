"""How missions and all that belongs to them are answered, over HTTP and in live updates alike."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from reference.core.answers import Answer, Moment, NamedPerson, RecordAnswer, VersionedAnswer
from reference.missions.rules import (
    APPROVAL_STATUSES,
    FINDING_STATUSES,
    PHASES,
    RISKS,
    SEVERITIES,
    STATUSES,
    TARGET_STATUSES,
)

Percent = Annotated[int, Field(ge=0, le=100)]


class Goal(Answer):
    name: str
    status: Literal["pending", "achieved", "missed"]


class MissionAnswer(VersionedAnswer):
    name: str
    description: str
    scope: list[str]
    goals: list[Goal]
    constraints: dict[str, int]
    rule_ids: list[UUID] | None
    status: Literal[STATUSES]
    phase: Literal[PHASES] | None
    status_reason: str | None
    progress: Percent
    attempt: int
    risk_score: Percent | None
    conversation_id: UUID | None
    created_by: NamedPerson
    started_at: Moment | None
    paused_at: Moment | None
    completed_at: Moment | None
    request_id: str


class TargetAnswer(RecordAnswer):
    address: str
    url: str
    status: Literal[TARGET_STATUSES]
    http_status: int | None
    response_ms: int | None
    surveyed_at: Moment | None


class FindingAnswer(VersionedAnswer):
    target_id: UUID
    rule_id: UUID
    code: str
    title: str
    category: str
    severity: Literal[SEVERITIES]
    status: Literal[FINDING_STATUSES]
    evidence: str
    recommendation: str
    first_seen_at: Moment
    last_seen_at: Moment
    decided_by: NamedPerson | None
    decided_at: Moment | None
    comment: str


class ApprovalAnswer(RecordAnswer):
    target_id: UUID
    rule_id: UUID
    action: str
    risk: Literal[RISKS]
    status: Literal[APPROVAL_STATUSES]
    requested_at: Moment
    expires_at: Moment
    decided_by: NamedPerson | None
    decided_at: Moment | None
    comment: str


class Statistics(Answer):
    targets_total: int
    targets_surveyed: int
    targets_unreachable: int
    steps_total: int
    steps_done: int
    steps_skipped: int
    findings_total: int
    findings_by_severity: dict[str, int]
    approvals_pending: int
    goals_achieved: int


class Report(Answer):
    """All of a mission in one document. ``partial``: it has not completed."""

    mission_id: UUID
    name: str
    description: str
    scope: list[str]
    status: Literal[STATUSES]
    status_reason: str | None
    partial: bool
    created_at: Moment
    started_at: Moment | None
    paused_at: Moment | None
    completed_at: Moment | None
    goals: list[Goal]
    statistics: Statistics
    risk_score: Percent | None
    targets: list[TargetAnswer]
    findings: list[FindingAnswer]
    approvals: list[ApprovalAnswer]


class KnowledgeRuleAnswer(VersionedAnswer):
    code: str
    title: str
    category: str
    severity: Literal[SEVERITIES]
    description: str
    recommendation: str
    check: dict[str, Any]
    risk: Literal[RISKS]
    enabled: bool
