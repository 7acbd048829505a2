"""A mission's approvals over HTTP: what was asked, and the answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response
from sqlalchemy import select

from reference.core import lock, stores
from reference.core.answers import Listed, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, unavailable
from reference.core.inputs import Body, OneOrMore, Page, Text
from reference.core.routes import Router
from reference.missions import api, approvals, changes, lists, rules
from reference.missions.records import Approval
from reference.missions.shapes import ApprovalAnswer

router = Router(prefix="/api/v2", tags=["missions"])

MayApprove = Annotated[Call, needs("missions.approve")]


class ApprovalFilter(Page):
    status: OneOrMore(*rules.APPROVAL_STATUSES) | None = None


class Approve(Body):
    comment: Text(0, 1000) = ""


class Reject(Body):
    reason: Text(1, 1000)


@router.get("/missions/{mission_id}/approvals", response_model=Listed[ApprovalAnswer],
            openapi_extra=takes(query=ApprovalFilter))
def approvals_of_mission(call: api.MayRead, mission_id: str) -> Response:
    """What was asked before risky steps of the mission, and how that was answered."""
    with call.transaction() as session:
        found = api.visible(session, mission_id)
    wanted = call.query(ApprovalFilter)
    query = lists.approvals_of(found).where(*one_of(Approval.status, wanted.status))
    return api.list_page(call, query, wanted, ApprovalAnswer)


@router.post("/missions/{mission_id}/approvals/{approval_id}/approve", response_model=ApprovalAnswer,
             openapi_extra=takes(Approve))
def approve(call: MayApprove, mission_id: str, approval_id: str) -> Response:
    """Have the risky step done; 409 where that was decided before or comes too late."""
    see_approval(call, mission_id, approval_id)
    return decide(call, mission_id, approval_id, "approved", call.body(Approve).comment)


@router.post("/missions/{mission_id}/approvals/{approval_id}/reject", response_model=ApprovalAnswer,
             openapi_extra=takes(Reject))
def reject(call: MayApprove, mission_id: str, approval_id: str) -> Response:
    """Have the mission go on without the risky step; 409 where that was decided before or comes too late."""
    see_approval(call, mission_id, approval_id)
    return decide(call, mission_id, approval_id, "rejected", call.body(Reject).reason)


def see_approval(call: Call, mission_id: str, approval_id: str) -> None:
    """404 before the body is read."""
    with call.transaction() as session:
        approval_of(session, mission_id, approval_id)


def decide(call: Call, mission_id: str, approval_id: str, status: str, comment: str) -> Response:
    """Store the answer and have the mission go on; 503 where the queue is down, and nothing has changed."""
    if not stores.queue_is_up():
        raise unavailable("redis")
    with lock.held(changes.topic(record_id(mission_id)), needed=True), call.transaction() as session:
        mission = existing(changes.lock(session, record_id(mission_id)))
        approval = approval_of(session, mission_id, approval_id)
        approvals.decide(session, mission, approval, status, call.person.person_id, comment, call.request_id)
        session.flush()
        answer = ApprovalAnswer.model_validate(approval)
    return call.answer(answer)


def approval_of(session: TenantSession, mission_id: str, approval_id: str) -> Approval:
    """The approval of an address; 404 where the mission has none of that id."""
    mission = api.visible(session, mission_id)
    return existing(session.scalar(select(Approval).where(Approval.id == record_id(approval_id),
                                                          Approval.mission_id == mission.id)))
