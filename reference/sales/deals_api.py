"""Deals over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeVar

from fastapi import Response
from pydantic import AfterValidator, Field, ValidationInfo
from sqlalchemy import select

from reference.audit.records import AuditEvent
from reference.audit.shapes import AuditEventAnswer
from reference.core import clock, inputs
from reference.core.answers import Listed, equals, listed, one_of, says, takes
from reference.core.calls import Call, needs
from reference.core.errors import Fault, faulty
from reference.core.inputs import Body, Change, Date, FilterId, Identifier, OneOrMore, Page, Query, Search, Text
from reference.core.money import Amount, Currency
from reference.core.routes import Router
from reference.sales import access, deals, rules
from reference.sales.records import Client, Deal
from reference.sales.shapes import DealAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2/deals", tags=["sales"])

MayRead = Annotated[Call, needs("sales.read")]
MayWrite = Annotated[Call, needs("sales.write")]

Method = Literal[rules.METHODS]
Source = Literal[rules.SOURCES]


def today() -> date:
    return clock.now().date()


def _due(day: date | None, others: ValidationInfo) -> date | None:
    """Neither past nor before the deal's date, where that is known."""
    if day is not None and (day < today() or day < (others.data.get("deal_date") or day)):
        raise inputs.fault("out_of_range", "This must be neither past nor before the deal's date.")
    return day


DueDate = Annotated[Date | None, AfterValidator(_due)]


class NewDeal(Body):
    client_id: Identifier
    owner_id: Identifier | None = None
    name: Text(1, 200)
    value: Amount
    currency: Currency
    deal_date: Date = Field(default_factory=today)
    due_date: DueDate = None
    payment_method: Method
    source: Source


class DealChange(Change):
    """What is to be different. Another owner is named by who may assign; the state follows from the payments."""

    owner_id: Identifier = None
    name: Text(1, 200) = None
    value: Amount = None
    currency: Currency = None
    deal_date: Date = None
    due_date: DueDate = None
    payment_method: Method = None
    source: Source = None

    READ_ONLY = frozenset(DealAnswer.model_fields) - {
        "owner_id", "name", "value", "currency", "deal_date", "due_date", "payment_method", "source", "status"}


class Cancellation(Change):
    reason: Text(1, 500)


class DealFilter(Page):
    status: OneOrMore(*rules.DEALS) | None = None
    client_id: FilterId | None = None
    q: Search | None = None
    deal_date_from: Date | None = None
    deal_date_to: Date | None = None


@router.get("", response_model=Listed[DealAnswer], openapi_extra=takes(query=DealFilter))
def all_deals(call: MayRead) -> Response:
    """The tenant's deals, or the own."""
    wanted = call.query(DealFilter)
    query = select(Deal).where(
        *access.own_only(call, Deal), *one_of(Deal.status, wanted.status), *equals(Deal.client_id, wanted.client_id),
        *says(wanted.q, Deal.name, Deal.number),
        *access.between(Deal.deal_date, wanted.deal_date_from, wanted.deal_date_to))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(Deal.created_at.desc(), Deal.id), wanted, DealAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=DealAnswer, openapi_extra=takes(NewDeal))
def create(call: MayWrite) -> Response:
    """Add a deal with a client whom one sees; 409 with a bad debtor."""
    wanted = call.body(NewDeal)
    with call.transaction() as session:
        owner_id = access.owner(call, session, wanted.owner_id)
        client = session.scalar(select(Client).where(Client.id == wanted.client_id, *access.own_only(call, Client))
                                .with_for_update())
        if client is None:
            raise faulty([Fault("client_id", "unknown", "There is no such record.")])
        fields = wanted.model_dump(exclude={"client_id", "owner_id"})
        deal = deals.create(session, client, call.person.person_id, {**fields, "owner_id": owner_id})
        answer = deals.described(session, deal)
    return call.answer(answer, 201)


@router.get("/{deal_id}", response_model=DealAnswer)
def deal(call: MayRead, deal_id: str) -> Response:
    """One deal."""
    with call.transaction() as session:
        found = access.deal(call, session, deal_id)
        call.query(Query)
        answer = DealAnswer.model_validate(found)
    return call.answer(answer)


@router.get("/{deal_id}/activity", response_model=Listed[AuditEventAnswer], openapi_extra=takes(query=Page))
def activity(call: MayRead, deal_id: str) -> Response:
    """What the trail tells of the deal, oldest first."""
    with call.transaction() as session:
        found = access.deal(call, session, deal_id)
    wanted = call.query(Page)
    query = (select(AuditEvent).where(AuditEvent.object_type == Deal.trail.name, AuditEvent.object_id == found.id)
             .order_by(AuditEvent.sequence, AuditEvent.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, AuditEventAnswer)
    return call.answer(answer)


@router.patch("/{deal_id}", response_model=DealAnswer, openapi_extra=takes(DealChange))
def change(call: MayWrite, deal_id: str) -> Response:
    """Change what was sent."""
    wanted, found = visible_to(call, deal_id, DealChange)
    fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
    with call.transaction() as session:
        if "owner_id" in fields:
            access.owner(call, session, wanted.owner_id)
        client = access.clients_row(session, found.id)
        locked = access.locked_deal(call, session, found.id)
        call.check_version(locked)
        deals.change(session, client, locked, fields)
        answer = deals.described(session, locked)
    return call.answer(answer)


@router.delete("/{deal_id}", status_code=204, openapi_extra=takes(Change))
def remove(call: MayWrite, deal_id: str) -> Response:
    """Remove a deal; 409 once there is a payment."""
    _, found = visible_to(call, deal_id, Change)
    with call.transaction() as session:
        client = access.clients_row(session, found.id)
        locked = access.locked_deal(call, session, found.id)
        call.check_version(locked)
        deals.remove(session, client, locked)
    return call.answer(None)


@router.post("/{deal_id}/cancel", response_model=DealAnswer, openapi_extra=takes(Cancellation))
def cancel(call: MayWrite, deal_id: str) -> Response:
    """Give the deal up; 409 with money on it or on its way."""
    wanted, found = visible_to(call, deal_id, Cancellation)
    with call.transaction() as session:
        client = access.clients_row(session, found.id)
        locked = access.locked_deal(call, session, found.id)
        call.check_version(locked)
        deals.cancel(session, client, locked, wanted.reason)
        answer = deals.described(session, locked)
    return call.answer(answer)


def visible_to(call: Call, deal_id: str, model: type[Wanted]) -> tuple[Wanted, Deal]:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        found = access.deal(call, session, deal_id)
    return call.change(model), found
