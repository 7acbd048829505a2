"""The tables of sales. Amounts are exact decimals."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.core.money import NOTHING
from reference.sales import rules


class Client(Audited, TenantOwned, Versioned, Base):
    """Somebody to whom is sold."""

    __tablename__ = "clients"
    trail = Trail.of("client")

    owner_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="pending")


class Deal(Audited, TenantOwned, Versioned, Base):
    """What a client buys. The totals and the state follow from its payments, whose events tell of them."""

    __tablename__ = "deals"
    trail = Trail.of("deal", silent="paid_total pending_total")

    number: Mapped[str]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"))
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str]
    value: Mapped[Decimal]
    currency: Mapped[str]
    deal_date: Mapped[date]
    due_date: Mapped[date | None]
    payment_method: Mapped[str]
    source: Mapped[str]
    status: Mapped[str] = mapped_column(default="open")
    cancel_reason: Mapped[str | None]
    paid_total: Mapped[Decimal] = mapped_column(default=NOTHING)
    pending_total: Mapped[Decimal] = mapped_column(default=NOTHING)

    @property
    def outstanding(self) -> Decimal:
        """What is neither paid nor on its way."""
        return self.value - self.paid_total - self.pending_total

    @property
    def progress(self) -> Decimal:
        return rules.progress(self.value, self.paid_total)


class Invoice(TenantOwned, Base):
    """What is asked for by a payment. It goes where its payment goes, whose events tell of it."""

    __tablename__ = "invoices"

    number: Mapped[str]
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"))
    deal_id: Mapped[UUID] = mapped_column(ForeignKey("deals.id"))
    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"))
    amount: Mapped[Decimal]
    currency: Mapped[str]
    status: Mapped[str] = mapped_column(default="pending")
    issued_at: Mapped[datetime] = mapped_column(default=clock.now)


class Payment(Audited, TenantOwned, Base):
    """Money for a deal: it counts once somebody else than who recorded it has verified that it is there."""

    __tablename__ = "payments"
    trail = Trail.of("payment")

    number: Mapped[str]
    deal_id: Mapped[UUID] = mapped_column(ForeignKey("deals.id"))
    amount: Mapped[Decimal]
    currency: Mapped[str]
    paid_on: Mapped[date]
    method: Mapped[str]
    cheque_number: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="pending")
    verified_amount: Mapped[Decimal | None]
    failure_reason: Mapped[str | None]
    refund_reason: Mapped[str | None]
    recorded_by_id: Mapped[UUID] = mapped_column("recorded_by", ForeignKey("people.id"))
    decided_by_id: Mapped[UUID | None] = mapped_column("decided_by", ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]

    recorded_by: Mapped[Person] = relationship(lazy="joined", innerjoin=True, foreign_keys=recorded_by_id)
    decided_by: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=decided_by_id)
    invoice: Mapped[Invoice] = relationship(lazy="joined")


class Commission(Audited, TenantOwned, Versioned, Base):
    """What somebody is paid for what was sold in a period, in one currency."""

    __tablename__ = "commissions"
    trail = Trail.of("commission")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    currency: Mapped[str]
    period_start: Mapped[date]
    period_end: Mapped[date]
    rate: Mapped[Decimal]
    exchange_rate: Mapped[Decimal]
    bonus: Mapped[Decimal]
    penalty: Mapped[Decimal]
    total_sales: Mapped[Decimal]
    commission_amount: Mapped[Decimal]
    total_commission: Mapped[Decimal]
    total_receivable: Mapped[Decimal]
    uncovered_penalty: Mapped[Decimal]
    status: Mapped[str] = mapped_column(default="draft")
    approved_by_id: Mapped[UUID | None] = mapped_column("approved_by", ForeignKey("people.id"))
    approved_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]

    approved_by: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=approved_by_id)
