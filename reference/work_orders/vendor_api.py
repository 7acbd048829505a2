"""What a vendor does by the link of a mail, without an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Response

from reference.core import tenancy
from reference.core.answers import takes
from reference.core.calls import Anybody, Visit
from reference.core.database import TenantSession, transaction
from reference.core.errors import Fault, existing, faulty
from reference.core.inputs import Body, Nothing, Query
from reference.core.routes import Router
from reference.work_orders import changes, forms, links, rules, telling
from reference.work_orders.records import VendorLink, WorkOrder
from reference.work_orders.shapes import VendorsWorkOrder

router = Router(prefix="/api/v2/vendor/work-orders", tags=["work_orders"])

Wanted = TypeVar("Wanted", bound=Body)
REFUSALS: dict[int | str, dict[str, Any]] = {403: {}, 410: {}}


@router.get("/{token}", response_model=VendorsWorkOrder, responses=REFUSALS)
def work_order(visit: Anybody, token: str) -> Response:
    """What is to be done."""
    link = link_of(visit, token)
    with transaction(link.tenant_id) as session:
        order = order_of(session, link)
        visit.query(Query)
        answer = VendorsWorkOrder.model_validate(order)
    return visit.answer(answer)


@router.post("/{token}/accept", response_model=VendorsWorkOrder, responses=REFUSALS, openapi_extra=takes(Nothing))
def accept(visit: Anybody, token: str) -> Response:
    """Take the work, and begin it."""
    def do(session: TenantSession, order: WorkOrder, _: Nothing) -> None:
        changes.move(session, order, "start", changes.vendor(order))

    return changing(visit, token, Nothing, do)


@router.post("/{token}/decline", response_model=VendorsWorkOrder, responses=REFUSALS, openapi_extra=takes(forms.Reason))
def decline(visit: Anybody, token: str) -> Response:
    """Refuse the work, with a reason."""
    return changing(visit, token, forms.Reason,
                    lambda session, order, wanted: changes.decline(session, order, wanted.reason))


@router.post("/{token}/checklist", response_model=VendorsWorkOrder, responses=REFUSALS,
             openapi_extra=takes(forms.Checklist))
def checklist(visit: Anybody, token: str) -> Response:
    """Answer the checklist, and end the work with it."""
    def do(session: TenantSession, order: WorkOrder, wanted: forms.Checklist) -> None:
        refuse_strange_answers(order, wanted)
        changes.require(order, "complete")
        by = changes.vendor(order)
        changes.answer(session, order, {str(each.item_id): each.answer for each in wanted.answers}, by)
        changes.complete(session, order, by)

    return changing(visit, token, forms.Checklist, do)


def link_of(visit: Visit, token: str) -> VendorLink:
    """The link that the token opens; 404 where it opens nothing, 410 while its tenant is suspended."""
    named = tenancy.find(visit.named_tenant())
    link, tenant = existing(links.find(token))
    if named is not None and named.id != tenant.id:
        raise tenancy.other_tenant()
    tenancy.refuse_suspended(tenant.status)
    return link


def order_of(session: TenantSession, link: VendorLink, *, locked: bool = False) -> WorkOrder:
    """The link's own work order; 410 where the link is over."""
    order = (changes.lock(session, link.work_order_id) if locked else session.get(WorkOrder, link.work_order_id))
    found = existing(order)
    links.refuse_over(session.get_one(VendorLink, link.id), found)
    return found


def changing(visit: Visit, token: str, model: type[Wanted],
             do: Callable[[TenantSession, WorkOrder, Wanted], None]) -> Response:
    """One change by a vendor: 404 and 410 before the body is read, then what is to be done with the locked order."""
    link = link_of(visit, token)
    with transaction(link.tenant_id) as session:
        order_of(session, link)
    wanted = visit.body(model)
    with transaction(link.tenant_id) as session:
        order = order_of(session, link, locked=True)
        do(session, order, wanted)
        telling.of_change(session, order)
        answer = VendorsWorkOrder.model_validate(order)
    return visit.answer(answer)


def refuse_strange_answers(order: WorkOrder, wanted: forms.Checklist) -> None:
    """422 for answers of what is no item of the order, for two of the same, and for those that do not fit."""
    items = {item["id"]: item for item in order.line_items}
    faults, seen = [], set()
    for place, given in enumerate(wanted.answers):
        item = items.get(str(given.item_id))
        if item is None:
            faults.append(Fault(f"answers.{place}.item_id", "unknown", "There is no such record."))
        elif given.item_id in seen:
            faults.append(Fault(f"answers.{place}.item_id", "not_allowed", "This was answered before."))
        elif fault := rules.answer_fault(item, given.answer, f"answers.{place}.answer"):
            faults.append(fault)
        seen.add(given.item_id)
    if faults:
        raise faulty(faults)
