"""How the records of sales are answered: each amount as text with two places."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from reference.core.answers import Answer, Moment, NamedPerson, RecordAnswer, VersionedAnswer
from reference.core.money import Shown, ShownAmount
from reference.sales import rules

InvoiceStatus = Literal[tuple(rules.INVOICE_OF.values())]


class ClientAnswer(VersionedAnswer):
    owner_id: UUID
    name: str
    email: str
    phone: str | None
    status: Literal[tuple(rules.CLIENTS)]


class DealAnswer(VersionedAnswer):
    number: str
    client_id: UUID
    owner_id: UUID
    name: str
    value: ShownAmount
    currency: str
    deal_date: date
    due_date: date | None
    payment_method: Literal[rules.METHODS]
    source: Literal[rules.SOURCES]
    status: Literal[tuple(rules.DEALS)]
    cancel_reason: str | None
    paid_total: ShownAmount
    pending_total: ShownAmount
    outstanding: ShownAmount
    progress: ShownAmount


class NamedInvoice(Answer):
    """An invoice as its payment shows it."""

    id: UUID
    number: str
    status: InvoiceStatus


class PaymentAnswer(RecordAnswer):
    number: str
    deal_id: UUID
    amount: ShownAmount
    currency: str
    paid_on: date
    method: Literal[rules.METHODS]
    cheque_number: str | None
    status: Literal[tuple(rules.PAYMENTS)]
    verified_amount: ShownAmount | None
    failure_reason: Literal[rules.FAILURES] | None
    refund_reason: str | None
    recorded_by: NamedPerson
    decided_by: NamedPerson | None
    decided_at: Moment | None
    invoice: NamedInvoice


class InvoiceAnswer(RecordAnswer):
    number: str
    payment_id: UUID
    deal_id: UUID
    client_id: UUID
    amount: ShownAmount
    currency: str
    status: InvoiceStatus
    issued_at: Moment


class ComputedAnswer(Answer):
    """What comes of sales and terms."""

    commission_amount: ShownAmount
    total_commission: ShownAmount
    total_receivable: ShownAmount
    uncovered_penalty: ShownAmount


class CommissionAnswer(VersionedAnswer, ComputedAnswer):
    person_id: UUID
    currency: str
    period_start: date
    period_end: date
    rate: ShownAmount
    exchange_rate: Shown(6)
    bonus: ShownAmount
    penalty: ShownAmount
    total_sales: ShownAmount
    status: Literal[tuple(rules.COMMISSIONS)]
    approved_by: NamedPerson | None
    approved_at: Moment | None
    paid_at: Moment | None


class Totals(Answer):
    """What stands in one currency; cancelled deals apart."""

    currency: str
    deal_value: ShownAmount
    paid: ShownAmount
    pending: ShownAmount
    outstanding: ShownAmount


class DashboardAnswer(Answer):
    """How many deals and clients are in each state, and what stands in each currency."""

    deals: dict[Literal[tuple(rules.DEALS)], int]
    totals: list[Totals]
    clients: dict[Literal[tuple(rules.CLIENTS)], int]
