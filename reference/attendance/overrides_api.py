"""Overrides over HTTP: wishes, and what is decided about them."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import Response
from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails
from sqlalchemy import select

from reference.accounts.records import Person
from reference.attendance import access, overrides, rules
from reference.attendance.records import Override
from reference.core import inputs
from reference.core.answers import Listed, Moment, NamedPerson, RecordAnswer, listed, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, not_allowed
from reference.core.inputs import Body, Identifier, Nothing, Page, Text
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

MayUse = Annotated[Call, needs("attendance.use")]
MayRead = Annotated[Call, needs("attendance.read")]
MayReview = Annotated[Call, needs("attendance.review")]

LATENESS = "late_checkin_approval"  # the type that says how late


class NewOverride(Body):
    """A wish for oneself. Who will be late says by how many minutes."""

    type: Literal[rules.OVERRIDE_TYPES]
    site_id: Identifier
    reason: Text(1, 500)
    late_minutes: Annotated[int, Field(ge=0, le=1440)] | None = None

    @model_validator(mode="after")
    def _says_how_late(self) -> Self:
        if (self.type == LATENESS) == (self.late_minutes is not None):
            return self
        fault = inputs.fault("required") if self.late_minutes is None else inputs.fault(
            "not_allowed", "Only who will be late says how late.")
        raise ValidationError.from_exception_data("input", [
            InitErrorDetails(type=fault, loc=("late_minutes",), input=None)])


class OverrideAnswer(RecordAnswer):
    type: Literal[rules.OVERRIDE_TYPES]
    person_id: UUID
    site_id: UUID
    reason: str
    late_minutes: int | None
    status: Literal[tuple(rules.OVERRIDE_STATES)]
    decided_by: NamedPerson | None
    decided_at: Moment | None
    used_by_record_id: UUID | None


@router.post("/overrides", status_code=201, response_model=OverrideAnswer, openapi_extra=takes(NewOverride))
def ask(call: MayUse) -> Response:
    """Ask that a rule be set aside for one's own next check-in at a site."""
    wanted = call.body(NewOverride)
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        wish = Override(**wanted.model_dump(), person_id=call.person.person_id, status="pending")
        overrides.ask(session, wish)
        session.flush()
        answer = OverrideAnswer.model_validate(wish)
    return call.answer(answer, 201)


@router.get("/overrides", response_model=Listed[OverrideAnswer], openapi_extra=takes(query=Page))
def all_overrides(call: MayRead) -> Response:
    """The tenant's overrides; the own ones to who reads only those."""
    wanted = call.query(Page)
    with call.transaction() as session:
        overrides.expire(session)
        query = select(Override).where(*access.visible(call.person, Override))
        answer = listed(session, query.order_by(Override.created_at.desc(), Override.id), wanted, OverrideAnswer)
    return call.answer(answer)


@router.post("/overrides/{override_id}/cancel", response_model=OverrideAnswer, openapi_extra=takes(Nothing))
def cancel(call: MayUse, override_id: str) -> Response:
    """Take the own wish back."""
    return _decide(call, override_id, "cancelled", is_authors=True)


@router.post("/overrides/{override_id}/approve", response_model=OverrideAnswer, openapi_extra=takes(Nothing))
def approve(call: MayReview, override_id: str) -> Response:
    """Let it serve the next check-in of that person at that site, for a day."""
    return _decide(call, override_id, "manually_approved", is_authors=False)


@router.post("/overrides/{override_id}/reject", response_model=OverrideAnswer, openapi_extra=takes(Nothing))
def reject(call: MayReview, override_id: str) -> Response:
    """Let the rule hold."""
    return _decide(call, override_id, "rejected", is_authors=False)


def _decide(call: Call, override_id: str, status: str, *, is_authors: bool) -> Response:
    """Decide about a wish: the author's to take back, somebody else's to approve or reject."""
    with call.transaction() as session:
        if (override_of(session, call, override_id).person_id == call.person.person_id) != is_authors:
            raise not_allowed()
    call.body(Nothing)
    with call.transaction() as session:
        override = override_of(session, call, override_id, locked=True)
        overrides.decide(override, status, session.get_one(Person, call.person.person_id))
        session.flush()
        answer = OverrideAnswer.model_validate(override)
    return call.answer(answer)


def override_of(session: TenantSession, call: Call, override_id: str, *, locked: bool = False) -> Override:
    """The override of an address; 404 where there is none, or it is a colleague's who is none of the caller's business."""
    query = select(Override).where(Override.id == record_id(override_id), *access.visible(call.person, Override))
    return existing(session.scalar(query.with_for_update(of=Override) if locked else query))
