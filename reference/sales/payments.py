"""Every change of a payment, with its invoice, its deal and its client: in one transaction, behind their locked rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reference.accounts.records import Person
from reference.core import audit, clock
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, not_allowed, wrong_state
from reference.sales import deals, numbers, rules, telling
from reference.sales.records import Client, Deal, Invoice, Payment
from reference.sales.shapes import PaymentAnswer


def record(session: TenantSession, deal: Deal, by: Person, fields: dict[str, Any]) -> Payment:
    """Store a payment on the locked deal, with its invoice."""
    deals.refuse_cancelled(deal)
    refuse_other_currency(deal, fields["currency"])
    refuse_too_much(deal, fields["amount"])
    payment = Payment(**{**fields, "currency": deal.currency}, number=numbers.take(session, "payment"), deal_id=deal.id,
                      recorded_by=by, decided_by=None)
    payment.invoice = Invoice(number=numbers.take(session, "invoice"), deal_id=deal.id, client_id=deal.client_id,
                              amount=payment.amount, currency=payment.currency)
    session.add(payment)
    audit.follows(session, deal)
    deal.pending_total += payment.amount
    telling.of_recording(session, payment)
    return payment


def refuse_other_currency(deal: Deal, currency: str | None) -> None:
    if currency not in (None, deal.currency):
        raise faulty([Fault("currency", "not_allowed", f"The deal's currency is {deal.currency}.")])


def refuse_too_much(deal: Deal, amount: Decimal) -> None:
    if amount > deal.outstanding:
        raise faulty([Fault("amount", "out_of_range", f"No more is outstanding than {deal.outstanding}.")])


def refuse_recorder(payment: Payment, by: Any) -> None:
    """Who recorded a payment does not decide on it."""
    if payment.recorded_by_id == by:
        raise not_allowed()


def verify(session: TenantSession, client: Client, deal: Deal, payment: Payment, by: Person, amount: Decimal) -> None:
    """The money is there: so much of it counts."""
    if amount > payment.amount:
        raise faulty([Fault("verified_amount", "out_of_range", f"No more was recorded than {payment.amount}.")])
    move(payment, "verified", by)
    payment.verified_amount = amount
    audit.follows(session, deal)
    deal.pending_total -= payment.amount
    deal.paid_total += amount
    deals.settle(session, client, deal)
    telling.of_decision(session, payment, deal, by.id)


def reject(session: TenantSession, client: Client, deal: Deal, payment: Payment, by: Person, reason: str) -> None:
    """The money did not come: the amount is free for another payment."""
    move(payment, "rejected", by)
    payment.failure_reason = reason
    audit.follows(session, deal)
    deal.pending_total -= payment.amount
    deals.settle(session, client, deal)
    telling.of_decision(session, payment, deal, by.id)


def refund(session: TenantSession, client: Client, deal: Deal, payment: Payment, by: Person, reason: str) -> None:
    """The money went back: it does not count any more. Who verified it, and when, stays."""
    move(payment, "refunded")
    payment.refund_reason = reason
    audit.follows(session, deal)
    deal.paid_total -= payment.verified_amount
    deals.settle(session, client, deal)
    telling.of_decision(session, payment, deal, by.id)


def move(payment: Payment, to: str, decided_by: Person | None = None) -> None:
    """Move the payment along its table of states, and the invoice with it."""
    if to not in rules.PAYMENTS[payment.status]:
        raise wrong_state(payment.status, rules.PAYMENTS[payment.status])
    payment.status, payment.invoice.status = to, rules.INVOICE_OF[to]
    if decided_by is not None:
        payment.decided_by, payment.decided_at = decided_by, clock.now()


def described(session: TenantSession, payment: Payment) -> PaymentAnswer:
    session.flush()
    return PaymentAnswer.model_validate(payment)
