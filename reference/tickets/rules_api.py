"""The rules over HTTP by which tickets of a category go up, level by level."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Response
from pydantic import Field
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core.answers import Listed, listed, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import Fault, existing, faulty, taken
from reference.core.inputs import Body, Identifier, Nothing, Page
from reference.core.routes import Router
from reference.tenancy.records import Tenant
from reference.tickets import changes, rules
from reference.tickets.api import Category
from reference.tickets.records import EscalationRule
from reference.tickets.shapes import EscalationRuleAnswer

router = Router(prefix="/api/v2/ticket-escalation-rules", tags=["tickets"])

MayAssign = Annotated[Call, needs("tickets.assign")]


class NewRule(Body):
    """To whom tickets of the category go at this level, and how long after their creation."""

    category: Category
    level: Annotated[int, Field(ge=1, le=rules.HIGHEST_LEVEL)]
    unit: Literal[tuple(rules.UNITS)]
    value: Annotated[int, Field(ge=1, le=10_000)]
    person_id: Identifier


@router.get("", response_model=Listed[EscalationRuleAnswer], openapi_extra=takes(query=Page))
def escalation_rules(call: MayAssign) -> Response:
    """The tenant's rules."""
    wanted = call.query(Page)
    query = select(EscalationRule).order_by(EscalationRule.created_at.desc(), EscalationRule.id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, EscalationRuleAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=EscalationRuleAnswer, openapi_extra=takes(NewRule))
def add(call: MayAssign) -> Response:
    """Add a rule; a category has one of each level, and the times rise with it."""
    wanted = call.body(NewRule)
    try:
        with call.transaction() as session:
            changes.handler(session, wanted.person_id)
            refuse_not_rising(session, wanted)
            rule = EscalationRule(**wanted.model_dump())
            session.add(rule)
            session.flush()
            answer = EscalationRuleAnswer.model_validate(rule)
    except IntegrityError as error:
        raise taken("level") if broken_rule(error) == "ticket_escalation_rules_level_key" else error from None
    return call.answer(answer, 201)


def refuse_not_rising(session: TenantSession, wanted: NewRule) -> None:
    """422 where the time is not between those of the levels below and above. The tenant's row is locked: two rules are
    added one after the other."""
    session.scalar(select(Tenant.id).where(Tenant.id == session.tenant_id).with_for_update(key_share=True))
    known = session.scalars(select(EscalationRule).where(EscalationRule.category == wanted.category,
                                                         EscalationRule.level != wanted.level))
    times = {rule.level: rules.after(rule.unit, rule.value) for rule in known}
    if not rules.rise(times | {wanted.level: rules.after(wanted.unit, wanted.value)}):
        raise faulty([Fault("value", "out_of_range", "The times of a category's levels must rise.")])


@router.delete("/{escalation_rule_id}", status_code=204, openapi_extra=takes(Nothing))
def remove(call: MayAssign, escalation_rule_id: str) -> Response:
    """Remove a rule."""
    query = select(EscalationRule).where(EscalationRule.id == record_id(escalation_rule_id))
    with call.transaction() as session:
        existing(session.scalar(query))
    call.body(Nothing)
    with call.transaction() as session:
        session.delete(existing(session.scalar(query.with_for_update())))
    return call.answer(None)
