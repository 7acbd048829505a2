"""Invoices over HTTP: read, never written. They follow their payments."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response
from sqlalchemy import select

from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs
from reference.core.inputs import FilterId, OneOrMore, Page, Query
from reference.core.routes import Router
from reference.sales import access, rules
from reference.sales.records import Invoice
from reference.sales.shapes import InvoiceAnswer

router = Router(prefix="/api/v2/invoices", tags=["sales"])

MayRead = Annotated[Call, needs("sales.read")]


class InvoiceFilter(Page):
    status: OneOrMore(*rules.INVOICE_OF.values()) | None = None
    deal_id: FilterId | None = None


@router.get("", response_model=Listed[InvoiceAnswer], openapi_extra=takes(query=InvoiceFilter))
def all_invoices(call: MayRead) -> Response:
    """The tenant's invoices, or those on the own deals."""
    wanted = call.query(InvoiceFilter)
    query = select(Invoice).where(*access.own_deals_only(call, Invoice.deal_id), *one_of(Invoice.status, wanted.status),
                                  *equals(Invoice.deal_id, wanted.deal_id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(Invoice.created_at.desc(), Invoice.id), wanted, InvoiceAnswer)
    return call.answer(answer)


@router.get("/{invoice_id}", response_model=InvoiceAnswer)
def invoice(call: MayRead, invoice_id: str) -> Response:
    """One invoice."""
    with call.transaction() as session:
        found = access.invoice(call, session, invoice_id)
        call.query(Query)
        answer = InvoiceAnswer.model_validate(found)
    return call.answer(answer)
