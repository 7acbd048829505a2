"""How a submitted work order is decided: by verifiers first where there is a permit, then by approvers.

All in the caller's transaction, with the order's row locked: so decisions at one moment come one after the other.
"""

from __future__ import annotations

from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty
from reference.work_orders import changes, links, rules, telling
from reference.work_orders.changes import Doer
from reference.work_orders.records import WorkOrder


def decide(session: TenantSession, order: WorkOrder, part: str, decision: str, by: Doer, comment: str) -> None:
    """Keep a decision and what follows from it; 409 where it is not the time for it, or the person has decided."""
    changes.require(order, {"verifier": "verify", "approver": "approve"}[part])
    refuse_out_of_turn(order, part)
    own = rules.own_decision(order.decisions, order.round, part, by["id"])
    if own is not None and own["decision"] != "pending":
        raise in_the_way(order, "You have decided in this round.")
    if (part, decision) == ("approver", "approved"):
        refuse_without_doer(order)
    keep(order, part, decision, by, comment)
    if decision == "rejected":
        reject(session, order, by, comment)
    elif rules.all_approve(order.decisions, order.round, part):
        agree(session, order, part, by, comment)


def refuse_out_of_turn(order: WorkOrder, part: str) -> None:
    """409 for an approver before the verifiers are done, and for a verifier after that."""
    is_verifying = order.permit_status == "pending_verification"
    if is_verifying and part == "approver":
        raise in_the_way(order, "The verifiers decide first.")
    if not is_verifying and part == "verifier":
        raise in_the_way(order, "There is nothing to verify any more.")


def in_the_way(order: WorkOrder, detail: str) -> Problem:
    return Problem(409, detail=detail, state=order.status, allowed=list(rules.TRANSITIONS[order.status]))


def refuse_without_doer(order: WorkOrder) -> None:
    """422 where nobody would do the work."""
    if order.assignee_id is None and order.vendor is None:
        raise faulty([Fault("assignee_id", "required", "Somebody has to do the work: an assignee or a vendor.")])


def keep(order: WorkOrder, part: str, decision: str, by: Doer, comment: str) -> None:
    """Write the decision in the place where it was asked for; where nobody was asked, it is the round's only one."""
    made = {"person_id": by["id"], "part": part, "decision": decision, "comment": comment,
            "at": clock.text(clock.now()), "round": order.round}
    asked = [(each["round"], each["part"], each["person_id"]) for each in order.decisions]
    place = (order.round, part, by["id"])
    order.decisions = ([made if where == place else each for where, each in zip(asked, order.decisions, strict=True)]
                       if place in asked else [*order.decisions, made])


def reject(session: TenantSession, order: WorkOrder, by: Doer, comment: str) -> None:
    """One is enough: the round is void, and the order its author's again."""
    if order.permit_type:
        order.permit_status = "rejected"
    changes.move(session, order, "reject", by, comment)


def agree(session: TenantSession, order: WorkOrder, part: str, by: Doer, comment: str) -> None:
    """All of this part have approved: it is the approvers' turn, or the order is approved."""
    if part == "verifier":
        order.permit_status = "pending_approval"
        telling.of_approvers_turn(session, order)
        return
    if order.permit_type:
        order.permit_status = "approved"
    changes.move(session, order, "approve", by, comment)
    if order.vendor is not None:
        links.mail_anew(session, order)
    if order.permit_type:
        telling.of_permit(session, order)
