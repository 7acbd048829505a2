"""Who is told what of a work order: live updates, notifications, and the mail about a permit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from reference.core import outbox
from reference.core.database import TenantSession
from reference.notifications import service as notifications
from reference.work_orders import rules
from reference.work_orders.records import WorkOrder


def of_change(session: TenantSession, order: WorkOrder) -> None:
    """Show the change at once to its author, its assignee, and whoever else may read it."""
    session.flush()
    data = {"id": str(order.id), "number": order.number, "status": order.status, "version": order.version}
    concerned = {order.author_id, order.assignee_id} - {None}
    for person_id in sorted(concerned, key=str):
        outbox.emit(session, f"me:{person_id}", "work_order.changed", dict(data))
    outbox.emit(session, "tenant", "work_order.changed", dict(data), whose=concerned)


def of_move(session: TenantSession, order: WorkOrder, verb: str, comment: str) -> None:
    """Notify whom the verb concerns."""
    if verb == "submit":
        part = "verifier" if order.permit_type else "approver"
        _ask(session, order, part)
    elif verb in ("approve", "reject"):
        word = {"approve": "approved", "reject": "rejected"}[verb]
        _notify(session, order, word, [order.author_id], f"{word.capitalize()}: {order.title}", comment)
    elif verb == "complete":
        people = [order.author_id, *notifications.everybody(session, "supervisor")]
        _notify(session, order, "completed", people, f"Completed: {order.title}", comment)


def of_approvers_turn(session: TenantSession, order: WorkOrder) -> None:
    """The last verifier has approved."""
    _ask(session, order, "approver")


def _ask(session: TenantSession, order: WorkOrder, part: str) -> None:
    """Ask those for a decision who are named; where no approver is, whoever may decide."""
    named = [UUID(each) for each in (order.verifiers if part == "verifier" else order.approvers)]
    people = named or [each for each in notifications.everybody(session, *rules.DECIDES) if each != order.author_id]
    word = {"verifier": "Verification", "approver": "Approval"}[part]
    _notify(session, order, "approval_requested", people, f"{word} wanted: {order.title}", order.number or "", part=part)


def of_assignment(session: TenantSession, order: WorkOrder) -> None:
    if order.assignee_id is not None:
        _notify(session, order, "assigned", [order.assignee_id], f"Assigned to you: {order.title}")


def of_reading(session: TenantSession, order: WorkOrder, item: dict[str, Any]) -> None:
    """A number is not where it should be."""
    _notify(session, order, "reading_out_of_range", notifications.everybody(session, "supervisor"),
            f"Out of range: {order.title}", f"{item['text']}: {item['answer']:g}", item_id=item["id"])


def _notify(session: TenantSession, order: WorkOrder, kind: str, people: Iterable[UUID], title: str, body: str = "",
            **which: str) -> None:
    session.flush()
    notifications.notify(session, f"work_order.{kind}", list(dict.fromkeys(people)), title=title, body=body,
                         data={"work_order_id": str(order.id), **which},
                         event_key=":".join(("work_order", kind, str(order.id), str(order.version), *which.values())))


def of_permit(session: TenantSession, order: WorkOrder) -> None:
    """Have the site's security told that a permit was approved."""
    outbox.send_task(session, "work_orders.send_permit_mail",
                     {"tenant_id": str(session.tenant_id), "work_order_id": str(order.id)}, queue="email")
