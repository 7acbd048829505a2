"""What is done with a work order, over HTTP: from its submission to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Response

from reference.core import stores
from reference.core.answers import takes
from reference.core.calls import Call, needs
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, unavailable, wrong_state
from reference.core.inputs import Change
from reference.core.routes import Router
from reference.work_orders import changes, decisions, forms, links, rules
from reference.work_orders.api import changing
from reference.work_orders.changes import Doer
from reference.work_orders.records import WorkOrder
from reference.work_orders.shapes import WorkOrderAnswer

router = Router(prefix="/api/v2/work-orders", tags=["work_orders"])

MayApprove = Annotated[Call, needs("work_orders.approve")]

Deed = Callable[[TenantSession, WorkOrder, Doer, str], None]


def _simply(verb: str) -> Deed:
    """A verb that does no more than its name says."""
    return lambda session, order, by, comment: changes.move(session, order, verb, by, comment)


def _decided(decision: str) -> Deed:
    return lambda session, order, by, comment: decisions.decide(session, order, "approver", decision, by, comment)


# verb -> the permission that it needs, what it does, and in words
VERBS: dict[str, tuple[str, Deed, str]] = {
    "submit": ("create", changes.submit, "Ask for a decision."),
    "cancel": ("create", _simply("cancel"), "Give the work up."),
    "approve": ("approve", _decided("approved"), "Have the work done, as far as it is this person's to decide."),
    "reject": ("approve", _decided("rejected"), "Give the order back to its author."),
    "reopen": ("approve", _simply("reopen"), "Have the work gone on with."),
    "close": ("approve", _simply("close"), "Take the work for done."),
    "start": ("work", _simply("start"), "Begin the work."),
    "complete": ("work", changes.complete, "Say that the work is done."),
}


def _offer(verb: str) -> None:
    """The endpoint of one verb."""
    permission, _, purpose = VERBS[verb]
    model = forms.ExplainedDeed if verb in rules.NEEDS_COMMENT else forms.Deed

    @router.post(f"/{{work_order_id}}/{verb}", name=verb, description=purpose, response_model=WorkOrderAnswer,
                 openapi_extra=takes(model))
    def endpoint(work_order_id: str, call: Call = needs(f"work_orders.{permission}")) -> Response:
        def do(session: TenantSession, order: WorkOrder, wanted: forms.Deed | forms.ExplainedDeed) -> None:
            VERBS[verb][1](session, order, changes.person(session, call.person.person_id), wanted.comment)

        return changing(call, work_order_id, verb, model, do)


for _verb in VERBS:
    _offer(_verb)


@router.post("/{work_order_id}/verify", response_model=WorkOrderAnswer, openapi_extra=takes(forms.Judgement))
def verify(call: MayApprove, work_order_id: str) -> Response:
    """Say as a verifier whether the permit may be given."""
    def do(session: TenantSession, order: WorkOrder, wanted: forms.Judgement) -> None:
        if wanted.decision == "rejected" and not wanted.comment:
            raise faulty([Fault("comment", "required", "Say why.")])
        decisions.decide(session, order, "verifier", wanted.decision, changes.person(session, call.person.person_id),
                         wanted.comment)

    return changing(call, work_order_id, "verify", forms.Judgement, do)


@router.post("/{work_order_id}/vendor-mail", status_code=202, response_model=WorkOrderAnswer, openapi_extra=takes(Change))
def vendor_mail(call: MayApprove, work_order_id: str) -> Response:
    """Send the vendor another link; the one before is good for nothing any more. 503 where the queue is down."""
    def do(session: TenantSession, order: WorkOrder, _: Change) -> None:
        if not stores.queue_is_up():
            raise unavailable("redis")
        if order.status not in rules.MAILABLE:
            raise wrong_state(order.status, rules.TRANSITIONS[order.status])
        if order.vendor is None:
            raise faulty([Fault("vendor", "required", "There is no vendor to be mailed.")])
        links.mail_anew(session, order)

    return changing(call, work_order_id, "vendor-mail", Change, do, status=202)
