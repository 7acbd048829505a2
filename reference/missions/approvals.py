"""Risky steps are asked for first: the question, its answer, and its end when nobody answers.

All in the caller's transaction, with the mission's row locked: so of two answers one comes too late.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.accounts.records import Person
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import wrong_state
from reference.missions import changes, rules, steps
from reference.missions.records import Approval, Mission, Target
from reference.notifications import service as notifications


def is_needed(session: TenantSession, mission: Mission, target: Target, rule: dict[str, Any]) -> bool:
    """Whether the step must be asked for: it is risky, and was not approved in this attempt."""
    if rule["risk"] not in rules.ASKED_FIRST:
        return False
    approved = select(Approval.id).where(
        Approval.mission_id == mission.id, Approval.attempt == mission.attempt, Approval.target_id == target.id,
        Approval.rule_id == UUID(rule["id"]), Approval.status == "approved")
    return session.scalar(approved.limit(1)) is None


def ask(session: TenantSession, mission: Mission, target: Target, rule: dict[str, Any]) -> None:
    """Hold the mission until somebody decides about the step, or the time for that is over."""
    moment = clock.now()
    approval = Approval(
        mission_id=mission.id, target_id=target.id, rule_id=UUID(rule["id"]), attempt=mission.attempt,
        action=rules.action(target.url, rule), risk=rule["risk"], requested_at=moment,
        expires_at=moment + timedelta(seconds=mission.constraints["approval_timeout_seconds"]))
    session.add(approval)
    changes.announce_approval(session, approval)
    notifications.notify(
        session, "approval.waiting", notifications.everybody(session, "admin", "supervisor"),
        title=f"{mission.name} waits for an approval", body=approval.action, event_key=f"approval:{approval.id}",
        data={"mission_id": str(mission.id), "approval_id": str(approval.id)})
    changes.set_status(session, mission, "awaiting_approval")


def decide(session: TenantSession, mission: Mission, approval: Approval, status: str, person_id: UUID, comment: str,
           request_id: str) -> None:
    """Approve or reject, and have the mission go on; 409 where that was decided before or comes too late."""
    state = "expired" if approval.status == "pending" and is_late(approval) else approval.status
    if state != "pending":
        raise wrong_state(state, ())
    approval.decided_by = session.get_one(Person, person_id)
    approval.decided_at, approval.comment = clock.now(), comment
    settle(session, mission, approval, status, request_id)


def expire(session: TenantSession, mission: Mission) -> None:
    """Go on without the step about which nobody has decided in time."""
    approval = session.scalar(select(Approval).where(Approval.mission_id == mission.id, Approval.status == "pending"))
    if approval is not None and is_late(approval):
        settle(session, mission, approval, "expired", mission.request_id)


def is_late(approval: Approval) -> bool:
    return approval.expires_at <= clock.now()


def settle(session: TenantSession, mission: Mission, approval: Approval, status: str, request_id: str) -> None:
    """Store how a question ended, leave its step out unless it was approved, and have the mission go on."""
    approval.status = status
    changes.announce_approval(session, approval)
    changes.set_status(session, mission, "running")
    if status != "approved":
        steps.leave_out(session, mission, session.get_one(Target, approval.target_id))
    changes.queue_run(session, mission, request_id)
