"""Who may see a work order, and who may do what with it: beyond what the role's permissions say."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from reference.core.calls import record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, not_allowed
from reference.core.identity import Identity
from reference.core.permissions import may, scope_of
from reference.work_orders import rules
from reference.work_orders.records import WorkOrder


def visible_to(person: Identity) -> list[Any]:
    """For a query's ``where``: what the person may read. Own is what one wrote, or is to do."""
    if scope_of(person.role, "work_orders.read") == "all":
        return []
    return [or_(WorkOrder.author_id == person.person_id, WorkOrder.assignee_id == person.person_id)]


def visible(session: TenantSession, person: Identity, work_order_id: str, *, locked: bool = False) -> WorkOrder:
    """The order of an address; 404 where there is none that the person may see. ``locked``: until the transaction ends."""
    query = select(WorkOrder).where(WorkOrder.id == record_id(work_order_id), *visible_to(person))
    return existing(session.scalar(query.with_for_update(of=WorkOrder) if locked else query))


def is_own(person: Identity, order: WorkOrder) -> bool:
    return person.person_id in (order.author_id, order.assignee_id)


def may_approve(person: Identity) -> bool:
    return may(person.role, "work_orders.approve", person.modules)


def require(person: Identity, order: WorkOrder, verb: str) -> None:
    """403 where the verb is not this person's with this order."""
    if not _may_do(person, order, verb):
        raise not_allowed()


def _may_do(person: Identity, order: WorkOrder, verb: str) -> bool:
    is_author = person.person_id == order.author_id
    if verb == "submit":
        return is_author
    if verb == "change":
        return is_author or (may_approve(person) and order.status != "draft")
    if verb == "cancel":
        return may_approve(person) or (is_author and order.status in rules.AUTHOR_CANCELS)
    if verb in ("start", "complete", "answer"):
        return scope_of(person.role, "work_orders.work") == "all" or is_own(person, order)
    if verb in ("verify", "approve", "reject"):
        return may_decide(order, person.person_id, "verifier" if verb == "verify" else "approver")
    return True


def may_decide(order: WorkOrder, person_id: UUID, part: str) -> bool:
    named = order.verifiers if part == "verifier" else order.approvers
    return rules.may_decide(part, str(person_id), str(order.author_id), named)
