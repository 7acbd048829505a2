"""Commissions over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from fastapi import Response
from pydantic import AfterValidator, ValidationInfo
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.accounts.records import Person
from reference.core import inputs
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import existing, taken
from reference.core.inputs import Body, Change, Date, FilterId, Identifier, OneOrMore, Page, Query
from reference.core.money import NOTHING, AmountOrNothing, Currency, Exact, Percentage
from reference.core.permissions import scope_of
from reference.core.references import referred
from reference.core.routes import Router
from reference.sales import access, commissions, rules
from reference.sales.commission_rules import Terms
from reference.sales.records import Commission
from reference.sales.shapes import CommissionAnswer, ComputedAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2/commissions", tags=["sales"])

MayRead = Annotated[Call, needs("commissions.read")]
MayManage = Annotated[Call, needs("commissions.manage")]
MayReopen = Annotated[Call, needs("commissions.reopen")]

ExchangeRate = Exact("0.000001", "10000", places=6)


def _in_a_period(end: date, others: ValidationInfo) -> date:
    start = others.data.get("period_start")
    if start is not None and not rules.is_period(start, end):
        raise inputs.fault("out_of_range", f"A period has 1 to {rules.LONGEST_PERIOD} days.")
    return end


class Sales(Body):
    """Sales and terms of which the commission is wanted."""

    total_sales: AmountOrNothing
    rate: Percentage
    exchange_rate: ExchangeRate = rules.NO_EXCHANGE
    bonus: AmountOrNothing = NOTHING
    penalty: AmountOrNothing = NOTHING


class NewCommission(Body):
    person_id: Identifier
    currency: Currency
    period_start: Date
    period_end: Annotated[Date, AfterValidator(_in_a_period)]
    rate: Percentage = rules.USUAL_RATE
    exchange_rate: ExchangeRate = rules.NO_EXCHANGE
    bonus: AmountOrNothing = NOTHING
    penalty: AmountOrNothing = NOTHING


class CommissionChange(Change):
    """What is to be different. Whose it is, in which currency and for which time does not change."""

    rate: Percentage = None
    exchange_rate: ExchangeRate = None
    bonus: AmountOrNothing = None
    penalty: AmountOrNothing = None

    READ_ONLY = frozenset(CommissionAnswer.model_fields) - {"rate", "exchange_rate", "bonus", "penalty"}


class CommissionFilter(Page):
    person_id: FilterId | None = None
    status: OneOrMore(*rules.COMMISSIONS) | None = None


@router.get("", response_model=Listed[CommissionAnswer], openapi_extra=takes(query=CommissionFilter))
def all_commissions(call: MayRead) -> Response:
    """The tenant's commissions, or the own."""
    wanted = call.query(CommissionFilter)
    query = select(Commission).where(*own_only(call), *equals(Commission.person_id, wanted.person_id),
                                     *one_of(Commission.status, wanted.status))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(Commission.created_at.desc(), Commission.id), wanted, CommissionAnswer)
    return call.answer(answer)


@router.post("/preview", response_model=ComputedAnswer, openapi_extra=takes(Sales))
def preview(call: MayRead) -> Response:
    """Compute a commission of which nothing is kept."""
    wanted = call.body(Sales)
    return call.answer(ComputedAnswer.model_validate(commissions.computed(
        wanted.total_sales, Terms(**wanted.model_dump(exclude={"total_sales"})))))


@router.post("", status_code=201, response_model=CommissionAnswer, openapi_extra=takes(NewCommission))
def create(call: MayManage) -> Response:
    """Add a commission for somebody's sales in a period; one for each person, currency and period."""
    wanted = call.body(NewCommission)
    try:
        with call.transaction() as session:
            referred(session, Person, wanted.person_id, "person_id")
            answer = commissions.described(session, commissions.create(session, wanted.model_dump()))
    except IntegrityError as error:
        raise taken("period_start") if broken_rule(error) == "commissions_period_key" else error from None
    return call.answer(answer, 201)


@router.get("/{commission_id}", response_model=CommissionAnswer)
def commission(call: MayRead, commission_id: str) -> Response:
    """One commission."""
    with call.transaction() as session:
        found = visible(call, session, commission_id)
        call.query(Query)
        answer = CommissionAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/{commission_id}", response_model=CommissionAnswer, openapi_extra=takes(CommissionChange))
def change(call: MayManage, commission_id: str) -> Response:
    """Change what was sent, and compute it anew; 409 once it is approved."""
    return done(call, commission_id, CommissionChange, lambda session, found, wanted: commissions.change(
        session, found, wanted.model_dump(exclude_unset=True, exclude={"version"})))


@router.post("/{commission_id}/recalculate", response_model=CommissionAnswer, openapi_extra=takes(Change))
def recalculate(call: MayManage, commission_id: str) -> Response:
    """Compute it anew of what is sold by now; 409 once it is approved."""
    return done(call, commission_id, Change, lambda session, found, _: commissions.recalculate(session, found))


@router.post("/{commission_id}/approve", response_model=CommissionAnswer, openapi_extra=takes(Change))
def approve(call: MayManage, commission_id: str) -> Response:
    """Let it be paid as it is."""
    return done(call, commission_id, Change, lambda session, found, _: commissions.approve(
        session, found, access.acting(call, session)))


@router.post("/{commission_id}/pay", response_model=CommissionAnswer, openapi_extra=takes(Change))
def pay(call: MayManage, commission_id: str) -> Response:
    """It is paid."""
    return done(call, commission_id, Change, lambda session, found, _: commissions.pay(
        session, found, access.acting(call, session)))


@router.post("/{commission_id}/reopen", response_model=CommissionAnswer, openapi_extra=takes(Change))
def reopen(call: MayReopen, commission_id: str) -> Response:
    """Take the approval back."""
    return done(call, commission_id, Change, lambda _, found, __: commissions.reopen(found))


def done(call: Call, commission_id: str, model: type[Wanted],
         do: Callable[[TenantSession, Commission, Wanted], Any]) -> Response:
    """404 before the body is read, and before anything waits for a lock; then the change of the locked commission."""
    with call.transaction() as session:
        visible(call, session, commission_id)
    wanted = call.change(model)
    with call.transaction() as session:
        locked = existing(session.scalar(select(Commission).where(Commission.id == record_id(commission_id))
                                         .with_for_update(of=Commission)))
        call.check_version(locked)
        do(session, locked, wanted)
        answer = commissions.described(session, locked)
    return call.answer(answer)


def own_only(call: Call) -> list[Any]:
    """For a query's ``where``: a salesperson sees the own."""
    sees_all = scope_of(call.person.role, "commissions.read") == "all"
    return [] if sees_all else [Commission.person_id == call.person.person_id]


def visible(call: Call, session: TenantSession, commission_id: str) -> Commission:
    """The commission of an address; 404 where there is none that the person may see."""
    return existing(session.scalar(select(Commission).where(Commission.id == record_id(commission_id), *own_only(call))))
