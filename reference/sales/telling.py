"""Who is notified of what in sales: never whoever has done it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from reference.core.database import TenantSession
from reference.notifications import service as notifications
from reference.sales.records import Commission, Deal, Payment


def of_deal(session: TenantSession, deal: Deal, creator_id: UUID) -> None:
    """A deal was made."""
    session.flush()
    _notify(session, "deal.created", notifications.everybody(session, "admin", "supervisor"), creator_id, deal.id,
            f"New deal {deal.number} of", deal.value, deal.currency, number=deal.number, words=deal.name)


def of_recording(session: TenantSession, payment: Payment) -> None:
    """A payment waits to be verified."""
    session.flush()
    _notify(session, "payment.recorded", notifications.everybody(session, "verifier", "admin"), payment.recorded_by_id,
            payment.id, f"Payment {payment.number} to verify:", payment.amount, payment.currency, number=payment.number)


def of_decision(session: TenantSession, payment: Payment, deal: Deal, by_id: UUID) -> None:
    """A payment was verified, rejected or refunded."""
    session.flush()
    reason = {"rejected": payment.failure_reason, "refunded": payment.refund_reason}.get(payment.status)
    amount = payment.amount if payment.status == "rejected" else payment.verified_amount
    _notify(session, f"payment.{payment.status}", [deal.owner_id], by_id, payment.id,
            f"Payment {payment.number} {payment.status}:", amount, payment.currency, number=payment.number,
            words=f"{deal.number}: {deal.name}", reason=reason)


def of_commission(session: TenantSession, commission: Commission, by_id: UUID) -> None:
    """A commission was approved or paid."""
    session.flush()
    period = f"{commission.period_start} to {commission.period_end}"
    _notify(session, f"commission.{commission.status}", [commission.person_id], by_id, commission.id,
            f"Commission {commission.status}:", commission.total_receivable, commission.currency, words=period,
            event=str(commission.version))


def _notify(session: TenantSession, kind: str, people: Iterable[UUID], by_id: UUID, record_id: UUID, title: str,
            amount: Decimal, currency: str, *, number: str | None = None, words: str = "", reason: str | None = None,
            event: str = "") -> None:
    data = {"object_type": kind.partition(".")[0], "object_id": str(record_id), "number": number, "amount": str(amount),
            "currency": currency, **({} if reason is None else {"reason": reason})}
    notifications.notify(session, kind, [each for each in people if each != by_id], title=f"{title} {amount} {currency}",
                         body=". ".join(filter(None, (words, reason))), data=data,
                         event_key=":".join((kind, str(record_id), event)))
