"""Work orders over HTTP: make, read, change, and answer their checklists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Response
from sqlalchemy import select

from reference.accounts.records import Person
from reference.core.answers import Listed, equals, listed, one_of, says, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, not_allowed, not_found, wrong_state
from reference.core.identity import SIGNED_IN_STATUSES
from reference.core.inputs import Change, Query
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site
from reference.work_orders import access, changes, forms, rules, telling
from reference.work_orders.records import WorkOrder
from reference.work_orders.shapes import WorkOrderAnswer

router = Router(prefix="/api/v2/work-orders", tags=["work_orders"])

MayRead = Annotated[Call, needs("work_orders.read")]
MayCreate = Annotated[Call, needs("work_orders.create")]
MayWork = Annotated[Call, needs("work_orders.work")]

Wanted = TypeVar("Wanted", bound=Change)


@router.get("", response_model=Listed[WorkOrderAnswer], openapi_extra=takes(query=forms.WorkOrderFilter))
def work_orders(call: MayRead) -> Response:
    """The work orders that the person may see."""
    wanted = call.query(forms.WorkOrderFilter)
    query = (select(WorkOrder)
             .where(*access.visible_to(call.person), *one_of(WorkOrder.status, wanted.status),
                    *one_of(WorkOrder.priority, wanted.priority), *equals(WorkOrder.site_id, wanted.site_id),
                    *equals(WorkOrder.assignee_id, wanted.assignee_id),
                    *says(wanted.q, WorkOrder.number, WorkOrder.title, WorkOrder.description))
             .order_by(WorkOrder.created_at.desc(), WorkOrder.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, WorkOrderAnswer)
    return call.answer(answer)


@router.get("/{work_order_id}", response_model=WorkOrderAnswer)
def work_order(call: MayRead, work_order_id: str) -> Response:
    """One work order."""
    with call.transaction() as session:
        found = access.visible(session, call.person, work_order_id)
        call.query(Query)
        answer = WorkOrderAnswer.model_validate(found)
    return call.answer(answer)


@router.post("", status_code=201, response_model=WorkOrderAnswer, openapi_extra=takes(forms.NewWorkOrder))
def create(call: MayCreate) -> Response:
    """Make a draft."""
    fields = call.body(forms.NewWorkOrder).model_dump()
    with call.transaction() as session:
        refer(session, fields)
        refuse_misfits(fields, fields)
        order = WorkOrder(**changes.stored(fields), author_id=call.person.person_id)
        changes.create(session, order, changes.person(session, call.person.person_id))
        answer = described(session, order)
    return call.answer(answer, 201)


@router.patch("/{work_order_id}", response_model=WorkOrderAnswer, openapi_extra=takes(forms.WorkOrderChange))
def change(call: MayCreate, work_order_id: str) -> Response:
    """Change what was sent: a draft's every field, later only who does the work."""
    fields: dict[str, Any] = {}

    def do(session: TenantSession, order: WorkOrder, wanted: forms.WorkOrderChange) -> None:
        fields.update(wanted.model_dump(exclude_unset=True, exclude={"version"}))
        refer(session, fields)
        refuse_unchangeable(call, order, fields)
        refuse_misfits({name: getattr(order, name) for name in forms.NewWorkOrder.model_fields} | fields, fields)
        changes.change(session, order, changes.stored(fields))

    return changing(call, work_order_id, "change", forms.WorkOrderChange, do)


@router.patch("/{work_order_id}/line-items/{item_id}", response_model=WorkOrderAnswer,
              openapi_extra=takes(forms.AnswerForm))
def answer_item(call: MayWork, work_order_id: str, item_id: str) -> Response:
    """Say what was found at one line of the checklist."""
    with call.transaction() as session:
        item_of(access.visible(session, call.person, work_order_id), item_id)

    def do(session: TenantSession, order: WorkOrder, wanted: forms.AnswerForm) -> None:
        item = item_of(order, item_id)
        fault = rules.answer_fault(item, wanted.answer, "answer")
        if fault:
            raise faulty([fault])
        changes.require(order, "complete")
        changes.answer(session, order, {item["id"]: wanted.answer}, changes.person(session, call.person.person_id))

    return changing(call, work_order_id, "answer", forms.AnswerForm, do)


def item_of(order: WorkOrder, item_id: str) -> rules.Item:
    """The line of an address; 404 where the order has none of that id."""
    wanted = str(record_id(item_id))
    found = next((item for item in order.line_items if item["id"] == wanted), None)
    if found is None:
        raise not_found()
    return found


def changing(call: Call, work_order_id: str, verb: str, model: type[Wanted],
             do: Callable[[TenantSession, WorkOrder, Wanted], None], status: int = 200) -> Response:
    """One change of an order, in the platform's order of checks: 404 and 403 before the body is read, then the locked
    row, its version, and what is to be done."""
    with call.transaction() as session:
        access.require(call.person, access.visible(session, call.person, work_order_id), verb)
    wanted = call.change(model)
    with call.transaction() as session:
        order = access.visible(session, call.person, work_order_id, locked=True)
        access.require(call.person, order, verb)
        call.check_version(order)
        before = order.version
        do(session, order, wanted)
        session.flush()
        if order.version != before:
            telling.of_change(session, order)
        answer = WorkOrderAnswer.model_validate(order)
    return call.answer(answer, status)


def described(session: TenantSession, order: WorkOrder) -> WorkOrderAnswer:
    """A new order as it is answered, and shown to those who may read it."""
    telling.of_change(session, order)
    session.flush()
    return WorkOrderAnswer.model_validate(order)


def refer(session: TenantSession, fields: Mapping[str, Any]) -> None:
    """422 where a field names nobody of the tenant, or somebody whose role it is not; all such fields at once."""
    referred(session, Site, fields.get("site_id"), "site_id")
    roles = {"assignee_id": (rules.WORKS,), "verifiers": rules.DECIDES, "approvers": rules.DECIDES}
    named: dict[str, tuple[UUID, tuple[str, ...]]] = {}
    for field, allowed in roles.items():
        value = fields.get(field)
        if isinstance(value, list):
            named |= {f"{field}.{place}": (each, allowed) for place, each in enumerate(value)}
        elif value is not None:
            named[field] = (value, allowed)
    wanted = {person_id for person_id, _ in named.values()}
    query = select(Person).where(Person.id.in_(wanted)).order_by(Person.id).with_for_update(read=True, key_share=True)
    people = {person.id: person for person in session.scalars(query)}
    faults = [fault for place, (person_id, allowed) in named.items()
              if (fault := fault_of(place, people.get(person_id), allowed))]
    if faults:
        raise faulty(faults)


def fault_of(place: str, person: Person | None, allowed: tuple[str, ...]) -> Fault | None:
    """What is wrong with naming this person here."""
    if person is None:
        return Fault(place, "unknown", "There is no such record.")
    if person.role not in allowed or person.status not in SIGNED_IN_STATUSES:
        return Fault(place, "not_allowed", "This is not a person who can do that.")
    return None


def refuse_misfits(whole: Mapping[str, Any], sent: Mapping[str, Any]) -> None:
    """422 where the fields of the order would not fit together."""
    faults = rules.faults_of(whole) + forms.faults_of_items(sent.get("line_items") or [])
    faults += [Fault(name, "not_allowed", "Nobody can be named twice.") for name in ("verifiers", "approvers")
               if len(set(sent.get(name) or [])) != len(sent.get(name) or [])]
    if faults:
        raise faulty(faults)


def refuse_unchangeable(call: Call, order: WorkOrder, fields: Mapping[str, Any]) -> None:
    """403 for who may not say who does the work, 409 for what does not change any more in the order's status."""
    may_approve = access.may_approve(call.person)
    if order.status != "draft" and not may_approve and rules.WHILE_OPEN & fields.keys():
        raise not_allowed()
    allowed = rules.changeable(order.status, is_author=call.person.person_id == order.author_id, may_approve=may_approve)
    if allowed is not None and not fields.keys() <= set(allowed):
        raise wrong_state(order.status, rules.TRANSITIONS[order.status])
