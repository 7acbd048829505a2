"""Every change of a work order: each in the caller's transaction, with the order's row locked.

The order of locks is work order, site and people, the tenant's count of numbers, topics (those at the commit).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select, text

from reference.accounts.records import Person
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import faulty, wrong_state
from reference.tenancy.service import open_at_sites
from reference.work_orders import links, rules, telling
from reference.work_orders.records import WorkOrder

Doer = Mapping[str, Any]


def lock(session: TenantSession, work_order_id: UUID) -> WorkOrder | None:
    """The work order, with its row locked until the transaction ends."""
    return session.scalar(select(WorkOrder).where(WorkOrder.id == work_order_id).with_for_update(of=WorkOrder))


def person(session: TenantSession, person_id: UUID) -> Doer:
    """A person as the one who did something."""
    return {"kind": "person", "id": str(person_id), "full_name": session.get_one(Person, person_id).full_name}


def vendor(order: WorkOrder) -> Doer:
    """The order's vendor as the one who did something."""
    return {"kind": "vendor", "id": None, "full_name": order.vendor["name"] if order.vendor else None}


# States


def require(order: WorkOrder, verb: str) -> None:
    """409 where the order's status does not allow the verb."""
    if order.status not in rules.VERBS[verb][0]:
        raise wrong_state(order.status, rules.TRANSITIONS[order.status])


def move(session: TenantSession, order: WorkOrder, verb: str, by: Doer, comment: str = "") -> None:
    """Have the order go where the verb leads, keep who did it and why, and tell those whom it concerns."""
    require(order, verb)
    old, moment = order.status, clock.now()
    order.status = rules.VERBS[verb][1]
    keep_step(order, old, by, comment)
    if verb == "start":
        order.started_at = moment
    if verb in ("complete", "reopen"):
        order.completed_at = moment if verb == "complete" else None
    session.flush()
    telling.of_move(session, order, verb, comment)


def keep_step(order: WorkOrder, old: str | None, by: Doer, comment: str = "") -> None:
    order.history = [*order.history, {"at": clock.text(clock.now()), "by": dict(by), "from": old, "to": order.status,
                                      "comment": comment}]


def create(session: TenantSession, order: WorkOrder, by: Doer) -> None:
    """Store a new draft."""
    order.status = "draft"
    order.history = []
    keep_step(order, None, by)
    session.add(order)
    session.flush()
    telling.of_assignment(session, order)


def submit(session: TenantSession, order: WorkOrder, by: Doer, comment: str) -> None:
    """Ask for a decision. The number is taken last: a submission that is refused leaves no gap."""
    require(order, "submit")
    missing = rules.missing_to_submit({name: getattr(order, name) for name in rules.NEEDED_TO_SUBMIT})
    if missing:
        raise faulty(missing)
    order.round += 1
    order.decisions = [*order.decisions, *rules.asked(order.round, order.verifiers, order.approvers)]
    order.permit_status = "pending_verification" if order.permit_type else "none"
    order.number = order.number or take_number(session)
    move(session, order, "submit", by, comment)


def take_number(session: TenantSession) -> str:
    """The tenant's next number: nobody else gets one until this transaction has ended."""
    return rules.number(session.execute(
        text("INSERT INTO work_order_numbers (tenant_id, last) VALUES (:tenant_id, 1)"
             " ON CONFLICT (tenant_id) DO UPDATE SET last = work_order_numbers.last + 1 RETURNING last"),
        {"tenant_id": session.tenant_id}).scalar_one())


def complete(session: TenantSession, order: WorkOrder, by: Doer, comment: str = "") -> None:
    """End the work; 422 where a required answer is missing."""
    require(order, "complete")
    missing = rules.unanswered(order.line_items)
    if missing:
        raise faulty(missing)
    move(session, order, "complete", by, comment)


def decline(session: TenantSession, order: WorkOrder, reason: str) -> None:
    """The vendor does not want the work."""
    require(order, "cancel")
    order.declined, order.decline_reason = True, reason
    move(session, order, "cancel", vendor(order), reason)


# Fields


def change(session: TenantSession, order: WorkOrder, fields: Mapping[str, Any]) -> None:
    """Set these fields, which the order's status lets change."""
    assignee, email = order.assignee_id, (order.vendor or {}).get("email")
    for name, value in fields.items():
        setattr(order, name, value)
    session.flush()
    if order.assignee_id != assignee:
        telling.of_assignment(session, order)
    if (order.vendor or {}).get("email") != email:
        links.end(session, order)


def stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent of an order, as it is stored: people by their ids as text, the items of the checklist with ids."""
    kept = dict(fields)
    for name in ("verifiers", "approvers"):
        if name in kept:
            kept[name] = [str(each) for each in kept[name]]
    if "line_items" in kept:
        kept["line_items"] = [{"id": str(uuid4()), **item, "answer": None, "flagged": False, "answered_by": None,
                               "answered_at": None} for item in kept["line_items"]]
    return kept


def answer(session: TenantSession, order: WorkOrder, answers: Mapping[str, Any], by: Doer) -> None:
    """Keep what was found at these items, by id, and tell the supervisors of each number that is out of range."""
    moment = clock.text(clock.now())
    items = [rules.answered(item, answers[item["id"]], by, moment) if item["id"] in answers else item
             for item in order.line_items]
    told = [new for new, old in zip(items, order.line_items, strict=True)
            if new["flagged"] and (new["answer"], new["flagged"]) != (old["answer"], old["flagged"])]
    order.line_items = items
    session.flush()
    for item in told:
        telling.of_reading(session, order, item)


# What holds a site


def open_at(session: TenantSession, site_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many work orders are open at each of these sites."""
    query = (select(WorkOrder.site_id, func.count()).where(WorkOrder.site_id.in_(site_ids), WorkOrder.status.in_(rules.OPEN))
             .group_by(WorkOrder.site_id))
    return dict(session.execute(query).tuples().all())


open_at_sites["work orders"] = open_at
