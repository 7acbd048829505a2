"""What belongs to a mission, in the order in which it is listed and reported."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, case, select

from reference.missions import rules
from reference.missions.records import Approval, Finding, Mission, Target


def targets_of(mission: Mission) -> Select[tuple[Target]]:
    """In declared order."""
    return select(Target).where(Target.mission_id == mission.id).order_by(Target.position)


def findings_of(mission: Mission) -> Select[tuple[Finding]]:
    """Most severe first, then newest first."""
    return select(Finding).where(Finding.mission_id == mission.id).order_by(
        rank_of_severity(), Finding.created_at.desc(), Finding.id)


def approvals_of(mission: Mission) -> Select[tuple[Approval]]:
    """Newest first."""
    return select(Approval).where(Approval.mission_id == mission.id).order_by(Approval.created_at.desc(), Approval.id)


def rank_of_severity() -> ColumnElement[int]:
    """0 for the most severe."""
    return case({word: rank for rank, word in enumerate(rules.SEVERITIES)}, value=Finding.severity)
