"""Payments over HTTP, and the decisions on them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Response
from pydantic import AfterValidator, Field, ValidationInfo
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core import inputs
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import taken
from reference.core.inputs import Body, Date, FilterId, OneOrMore, Page, Query, Text
from reference.core.money import Amount, Currency
from reference.core.routes import Router
from reference.sales import access, payments, rules
from reference.sales.deals_api import Method, today
from reference.sales.records import Client, Deal, Payment
from reference.sales.shapes import PaymentAnswer

Wanted = TypeVar("Wanted", bound=Body)

router = Router(prefix="/api/v2", tags=["sales"])

MayRead = Annotated[Call, needs("sales.read")]
MayWrite = Annotated[Call, needs("sales.write")]
MayVerify = Annotated[Call, needs("payments.verify")]
MayRefund = Annotated[Call, needs("payments.refund")]


def _not_future(day: date) -> date:
    if day > today():
        raise inputs.fault("out_of_range", "This is in the future.")
    return day


def _as_the_method_needs(number: str | None, others: ValidationInfo) -> str | None:
    """A cheque has a number, and nothing else has."""
    method = others.data.get("method")
    if method == "cheque" and number is None:
        raise inputs.fault("required", "A cheque's number is needed.")
    if method not in (None, "cheque") and number is not None:
        raise inputs.fault("not_allowed", "Only a cheque has a number.")
    return number


ChequeNumber = Annotated[Text(6, 20), Field(pattern=r"^[A-Za-z0-9]*$")]


class NewPayment(Body):
    amount: Amount
    currency: Currency | None = None
    paid_on: Annotated[Date, AfterValidator(_not_future)]
    method: Method
    cheque_number: Annotated[ChequeNumber | None, AfterValidator(_as_the_method_needs)] = Field(None, validate_default=True)


class Verification(Body):
    verified_amount: Amount


class Rejection(Body):
    failure_reason: Literal[rules.FAILURES]


class Refund(Body):
    reason: Text(1, 500)


class PaymentFilter(Page):
    status: OneOrMore(*rules.PAYMENTS) | None = None
    deal_id: FilterId | None = None
    paid_on_from: Date | None = None
    paid_on_to: Date | None = None


@router.get("/payments", response_model=Listed[PaymentAnswer], openapi_extra=takes(query=PaymentFilter))
def all_payments(call: MayRead) -> Response:
    """The tenant's payments, or those on the own deals; those that wait to be verified, asked for alone, oldest first."""
    wanted = call.query(PaymentFilter)
    query = select(Payment).where(
        *access.own_deals_only(call, Payment.deal_id), *one_of(Payment.status, wanted.status),
        *equals(Payment.deal_id, wanted.deal_id), *access.between(Payment.paid_on, wanted.paid_on_from, wanted.paid_on_to))
    first = Payment.created_at.asc() if wanted.status == ["pending"] else Payment.created_at.desc()
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(first, Payment.id), wanted, PaymentAnswer)
    return call.answer(answer)


@router.get("/payments/{payment_id}", response_model=PaymentAnswer)
def payment(call: MayRead, payment_id: str) -> Response:
    """One payment."""
    with call.transaction() as session:
        found = access.payment(call, session, payment_id)
        call.query(Query)
        answer = PaymentAnswer.model_validate(found)
    return call.answer(answer)


@router.get("/deals/{deal_id}/payments", response_model=Listed[PaymentAnswer], openapi_extra=takes(query=Page))
def payments_of_deal(call: MayRead, deal_id: str) -> Response:
    """The payments on a deal."""
    with call.transaction() as session:
        found = access.deal(call, session, deal_id)
    wanted = call.query(Page)
    query = select(Payment).where(Payment.deal_id == found.id).order_by(Payment.created_at.desc(), Payment.id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, PaymentAnswer)
    return call.answer(answer)


@router.post("/deals/{deal_id}/payments", status_code=201, response_model=PaymentAnswer, openapi_extra=takes(NewPayment))
def record(call: MayWrite, deal_id: str) -> Response:
    """Record a payment on a deal: at most what is outstanding."""
    with call.transaction() as session:
        found = access.deal(call, session, deal_id)
    wanted = call.body(NewPayment)
    try:
        with call.transaction() as session:
            deal = access.locked_deal(call, session, found.id)
            recorded = payments.record(session, deal, access.acting(call, session), wanted.model_dump())
            answer = payments.described(session, recorded)
    except IntegrityError as error:
        raise taken("cheque_number") if broken_rule(error) == "payments_cheque_key" else error from None
    return call.answer(answer, 201)


@router.post("/payments/{payment_id}/verify", response_model=PaymentAnswer, openapi_extra=takes(Verification))
def verify(call: MayVerify, payment_id: str) -> Response:
    """The money is there. Not for who recorded it."""
    wanted, found = to_decide(call, payment_id, Verification)
    with call.transaction() as session:
        client, deal, locked = all_locked(session, found)
        payments.verify(session, client, deal, locked, access.acting(call, session), wanted.verified_amount)
        answer = payments.described(session, locked)
    return call.answer(answer)


@router.post("/payments/{payment_id}/reject", response_model=PaymentAnswer, openapi_extra=takes(Rejection))
def reject(call: MayVerify, payment_id: str) -> Response:
    """The money did not come. Not for who recorded it."""
    wanted, found = to_decide(call, payment_id, Rejection)
    with call.transaction() as session:
        client, deal, locked = all_locked(session, found)
        payments.reject(session, client, deal, locked, access.acting(call, session), wanted.failure_reason)
        answer = payments.described(session, locked)
    return call.answer(answer)


@router.post("/payments/{payment_id}/refund", response_model=PaymentAnswer, openapi_extra=takes(Refund))
def refund(call: MayRefund, payment_id: str) -> Response:
    """The money went back."""
    with call.transaction() as session:
        found = access.payment(call, session, payment_id)
    wanted = call.body(Refund)
    with call.transaction() as session:
        client, deal, locked = all_locked(session, found)
        payments.refund(session, client, deal, locked, access.acting(call, session), wanted.reason)
        answer = payments.described(session, locked)
    return call.answer(answer)


def to_decide(call: Call, payment_id: str, model: type[Wanted]) -> tuple[Wanted, Payment]:
    """404, and 403 to who recorded it, before the body is read and before anything waits for a lock."""
    with call.transaction() as session:
        found = access.payment(call, session, payment_id)
        payments.refuse_recorder(found, call.person.person_id)
    return call.body(model), found


def all_locked(session: TenantSession, payment: Payment) -> tuple[Client, Deal, Payment]:
    """The payment with all that follows it, for this transaction alone."""
    client = access.clients_row(session, payment.deal_id)
    deal: Any = session.scalar(select(Deal).where(Deal.id == payment.deal_id).with_for_update())
    return client, deal, access.locked_payment(session, payment.id)
