"""The sales dashboard: how many deals and clients stand where, and what stands in each currency."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Response
from sqlalchemy import func, select

from reference.core.answers import takes
from reference.core.calls import Call, needs
from reference.core.database import TenantSession
from reference.core.inputs import Date, Query
from reference.core.routes import Router
from reference.sales import access, rules
from reference.sales.records import Client, Deal
from reference.sales.shapes import DashboardAnswer, Totals

router = Router(prefix="/api/v2/sales", tags=["sales"])


class DashboardFilter(Query):
    deal_date_from: Date | None = None
    deal_date_to: Date | None = None


@router.get("/dashboard", response_model=DashboardAnswer, openapi_extra=takes(query=DashboardFilter))
def dashboard(call: Annotated[Call, needs("sales.read")]) -> Response:
    """The tenant's, or the own; of the deals of these days."""
    wanted = call.query(DashboardFilter)
    which = [*access.own_only(call, Deal), *access.between(Deal.deal_date, wanted.deal_date_from, wanted.deal_date_to)]
    with call.transaction(snapshot=True) as session:
        answer = DashboardAnswer(deals=counted(session, Deal, rules.DEALS, which), totals=totals(session, which),
                                 clients=counted(session, Client, rules.CLIENTS, access.own_only(call, Client)))
    return call.answer(answer)


def counted(session: TenantSession, kind: type[Client] | type[Deal], states: Any, which: list[Any]) -> dict[str, int]:
    """How many are in each state that there is."""
    found = dict(session.execute(select(kind.status, func.count(kind.id)).where(*which).group_by(kind.status)).all())
    return {state: found.get(state, 0) for state in states}


def totals(session: TenantSession, which: list[Any]) -> list[Totals]:
    """The sums in each currency, which are never added together. What is cancelled is neither sold nor outstanding."""
    rows = session.execute(
        select(Deal.currency, func.sum(Deal.value), func.sum(Deal.paid_total), func.sum(Deal.pending_total))
        .where(Deal.status != "cancelled", *which).group_by(Deal.currency).order_by(Deal.currency)).all()
    return [Totals(currency=currency, deal_value=value, paid=paid, pending=pending, outstanding=value - paid - pending)
            for currency, value, paid, pending in rows]
