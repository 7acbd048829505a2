"""Fraud alerts over HTTP: what reviewers look into, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import Response
from pydantic import ValidationError, model_validator
from pydantic_core import InitErrorDetails
from sqlalchemy import select

from reference.accounts.records import Person
from reference.attendance import escalation, rules
from reference.attendance.records import FraudAlert
from reference.attendance.shapes import SignalAnswer
from reference.core import clock, inputs
from reference.core.answers import Listed, Moment, NamedPerson, VersionedAnswer, listed, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, wrong_state
from reference.core.inputs import Change, OneOrMore, Page, Text
from reference.core.routes import Router

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

MayReview = Annotated[Call, needs("attendance.review")]


class AlertFilter(Page):
    status: OneOrMore(*rules.ALERT_STATES) | None = None
    severity: OneOrMore(*rules.SEVERITIES) | None = None


class Transition(Change):
    """Where an alert goes. Who ends it says why."""

    to: Literal[tuple(rules.ALERT_STATES)]
    note: Text(0, 1000) = ""

    @model_validator(mode="after")
    def _ends_with_a_note(self) -> Self:
        if self.to in rules.ALERT_OUTCOMES and not self.note:
            missing = inputs.fault("required", "Say what you have found.")
            raise ValidationError.from_exception_data("input", [InitErrorDetails(type=missing, loc=("note",), input=None)])
        return self


class AlertAnswer(VersionedAnswer):
    record_id: UUID | None
    person_id: UUID
    type: Literal[rules.ALERT_TYPES]
    severity: Literal[rules.SEVERITIES]
    score: float | None
    signals: list[SignalAnswer]
    status: Literal[tuple(rules.ALERT_STATES)]
    note: str
    resolved_by: NamedPerson | None
    resolved_at: Moment | None


@router.get("/fraud-alerts", response_model=Listed[AlertAnswer], openapi_extra=takes(query=AlertFilter))
def fraud_alerts(call: MayReview) -> Response:
    """What looked like fraud, newest first."""
    wanted = call.query(AlertFilter)
    query = select(FraudAlert).where(*one_of(FraudAlert.status, wanted.status),
                                     *one_of(FraudAlert.severity, wanted.severity))
    query = query.order_by(FraudAlert.created_at.desc(), FraudAlert.id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, AlertAnswer)
    return call.answer(answer)


@router.post("/fraud-alerts/{alert_id}/transition", response_model=AlertAnswer, openapi_extra=takes(Transition))
def transition(call: MayReview, alert_id: str) -> Response:
    """Look into an alert, hand it to the administrators, or say what came of it."""
    with call.transaction() as session:
        alert_of(session, alert_id)
    wanted = call.change(Transition)
    with call.transaction() as session:
        alert = alert_of(session, alert_id, locked=True)
        call.check_version(alert)
        move(session, alert, wanted.to, wanted.note, session.get_one(Person, call.person.person_id))
        session.flush()
        answer = AlertAnswer.model_validate(alert)
    return call.answer(answer)


def alert_of(session: TenantSession, alert_id: str, *, locked: bool = False) -> FraudAlert:
    """The alert of an address; 404 where the tenant has none of that id."""
    query = select(FraudAlert).where(FraudAlert.id == record_id(alert_id))
    return existing(session.scalar(query.with_for_update(of=FraudAlert) if locked else query))


def move(session: TenantSession, alert: FraudAlert, to: str, note: str, by: Person) -> None:
    """Store where the alert goes; 409 where it cannot go there from where it is."""
    if to not in rules.ALERT_STATES[alert.status]:
        raise wrong_state(alert.status, rules.ALERT_STATES[alert.status])
    if to == "escalated":
        escalation.escalate(session, alert)
    alert.status, alert.note = to, note or alert.note
    if to in rules.ALERT_OUTCOMES:
        alert.resolved_by, alert.resolved_at = by, clock.now()
