"""Every change of a deal: each in the caller's transaction, guarded by the locked rows of its client and its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty, wrong_state
from reference.sales import clients, numbers, rules, telling
from reference.sales.records import Client, Deal, Payment
from reference.sales.shapes import DealAnswer


def create(session: TenantSession, client: Client, creator_id: UUID, fields: dict[str, Any]) -> Deal:
    """Store a new deal under the tenant's next number."""
    clients.refuse_bad_debtor(client)
    deal = Deal(**fields, client_id=client.id, number=numbers.take(session, "deal"))
    session.add(deal)
    clients.follow(session, client)
    telling.of_deal(session, deal, creator_id)
    return deal


def change(session: TenantSession, client: Client, deal: Deal, fields: dict[str, Any]) -> None:
    """Set these fields. Where the deal stands follows from its value."""
    refuse_cancelled(deal)
    refuse_other_currency(session, deal, fields.get("currency", deal.currency))
    refuse_too_low(deal, fields.get("value", deal.value))
    refuse_due_before(fields.get("deal_date", deal.deal_date), fields.get("due_date", deal.due_date))
    for name, value in fields.items():
        setattr(deal, name, value)
    settle(session, client, deal)


def refuse_other_currency(session: TenantSession, deal: Deal, currency: str) -> None:
    if currency != deal.currency and has_payments(session, deal):
        raise Problem(409, "Currency fixed", "The currency cannot be changed once there is a payment.")


def refuse_too_low(deal: Deal, value: Decimal) -> None:
    needed = deal.paid_total + deal.pending_total
    if value < needed:
        raise faulty([Fault("value", "out_of_range", f"This is less than what is paid or pending: {needed}.")])


def refuse_due_before(deal_date: date, due_date: date | None) -> None:
    if due_date is not None and due_date < deal_date:
        raise faulty([Fault("due_date", "out_of_range", "This is before the deal's date.")])


def settle(session: TenantSession, client: Client, deal: Deal) -> None:
    """Bring the state of the deal, and of its client, to what follows from the money."""
    deal.status = rules.deal_status(deal.value, deal.paid_total)
    clients.follow(session, client)


def cancel(session: TenantSession, client: Client, deal: Deal, reason: str) -> None:
    """Give up a deal on which no money has come and none is on its way."""
    refuse_with_money(deal)
    deal.status, deal.cancel_reason = "cancelled", reason
    clients.follow(session, client)


def refuse_with_money(deal: Deal) -> None:
    if "cancelled" not in rules.DEALS[deal.status]:
        raise wrong_state(deal.status, rules.DEALS[deal.status])
    if deal.pending_total:
        raise Problem(409, "Payment pending", "A deal with a pending payment cannot be cancelled.")


def remove(session: TenantSession, client: Client, deal: Deal) -> None:
    """Remove a deal on which there is no payment, whatever became of it. Its number is not given again."""
    if has_payments(session, deal):
        raise Problem(409, "Deal has payments", "A deal on which there are payments cannot be deleted.")
    session.delete(deal)
    clients.follow(session, client)


def refuse_cancelled(deal: Deal) -> None:
    if deal.status == "cancelled":
        raise wrong_state(deal.status, rules.DEALS[deal.status])


def has_payments(session: TenantSession, deal: Deal) -> bool:
    return bool(session.scalar(select(func.count()).select_from(Payment).where(Payment.deal_id == deal.id)))


def described(session: TenantSession, deal: Deal) -> DealAnswer:
    """The deal as it is answered, with the version that it has after this transaction."""
    session.flush()
    return DealAnswer.model_validate(deal)
