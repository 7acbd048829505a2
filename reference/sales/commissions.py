"""Every change of a commission: each in the caller's transaction, guarded by the commission's locked row."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from reference.accounts.records import Person
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, wrong_state
from reference.core.money import NOTHING
from reference.sales import commission_rules, rules, telling
from reference.sales.commission_rules import Computed, Terms
from reference.sales.records import Commission, Deal, Payment
from reference.sales.shapes import CommissionAnswer


def create(session: TenantSession, fields: dict[str, Any]) -> Commission:
    """Store a commission, computed of what is sold so far."""
    commission = Commission(**fields, approved_by=None)
    compute(session, commission)
    session.add(commission)
    return commission


def change(session: TenantSession, commission: Commission, fields: dict[str, Any]) -> None:
    """Set these fields, and compute it anew."""
    refuse_settled(commission)
    for name, value in fields.items():
        setattr(commission, name, value)
    compute(session, commission)


def recalculate(session: TenantSession, commission: Commission) -> None:
    refuse_settled(commission)
    compute(session, commission)


def refuse_settled(commission: Commission) -> None:
    """What is approved or paid stays as it was computed."""
    if commission.status != "draft":
        raise wrong_state(commission.status, rules.COMMISSIONS[commission.status])


def compute(session: TenantSession, commission: Commission) -> None:
    with session.no_autoflush:
        commission.total_sales = total_sales(session, commission)
    terms = Terms(commission.rate, commission.exchange_rate, commission.bonus, commission.penalty)
    for name, amount in asdict(computed(commission.total_sales, terms)).items():
        setattr(commission, name, amount)


def computed(sales: Decimal, terms: Terms) -> Computed:
    """What comes of these; 422 where an amount is larger than an amount can be."""
    found = commission_rules.compute(sales, terms)
    if faults := commission_rules.too_large(sales, found):
        raise faulty([Fault(name, "out_of_range", "This would be larger than an amount can be.") for name in faults])
    return found


def total_sales(session: TenantSession, commission: Commission) -> Decimal:
    """What was verified in the period, in the currency, on the person's deals, and not refunded."""
    begin = datetime.combine(commission.period_start, time(), UTC)
    end = datetime.combine(commission.period_end, time(), UTC) + timedelta(days=1)
    return session.scalar(
        select(func.coalesce(func.sum(Payment.verified_amount), NOTHING)).join(Deal, Deal.id == Payment.deal_id)
        .where(Deal.owner_id == commission.person_id, Payment.currency == commission.currency,
               Payment.status == "verified", Payment.decided_at >= begin, Payment.decided_at < end))


def approve(session: TenantSession, commission: Commission, by: Person) -> None:
    move(commission, "approved")
    commission.approved_by, commission.approved_at = by, clock.now()
    telling.of_commission(session, commission, by.id)


def pay(session: TenantSession, commission: Commission, by: Person) -> None:
    move(commission, "paid")
    commission.paid_at = clock.now()
    telling.of_commission(session, commission, by.id)


def reopen(commission: Commission) -> None:
    """Take the approval back."""
    move(commission, "draft")
    commission.approved_by = commission.approved_at = None


def move(commission: Commission, to: str) -> None:
    if to not in rules.COMMISSIONS[commission.status]:
        raise wrong_state(commission.status, rules.COMMISSIONS[commission.status])
    commission.status = to


def described(session: TenantSession, commission: Commission) -> CommissionAnswer:
    """The commission as it is answered, with the version that it has after this transaction."""
    session.flush()
    return CommissionAnswer.model_validate(commission)
