"""Shifts over HTTP: the hours in which people work at a site."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import Field
from sqlalchemy import select

from reference.attendance.records import Shift
from reference.core.answers import Listed, RecordAnswer, listed, takes
from reference.core.calls import Call, needs
from reference.core.inputs import Body, Identifier, Page, Text
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class NewShift(Body):
    """Hours in the site's time. One that ends before it starts ends on the next day."""

    site_id: Identifier
    name: Text(1, 100)
    starts_at: TimeOfDay
    ends_at: TimeOfDay
    grace_min: Annotated[int, Field(ge=0, le=120)] = 15


class ShiftAnswer(RecordAnswer):
    site_id: UUID
    name: str
    starts_at: str
    ends_at: str
    grace_min: int


@router.get("/shifts", response_model=Listed[ShiftAnswer], openapi_extra=takes(query=Page))
def shifts(call: Annotated[Call, needs("attendance.read")]) -> Response:
    """The tenant's shifts."""
    wanted = call.query(Page)
    with call.transaction() as session:
        answer = listed(session, select(Shift).order_by(Shift.created_at.desc(), Shift.id), wanted, ShiftAnswer)
    return call.answer(answer)


@router.post("/shifts", status_code=201, response_model=ShiftAnswer, openapi_extra=takes(NewShift))
def add(call: Annotated[Call, needs("attendance.review")]) -> Response:
    """Add a shift to a site."""
    wanted = call.body(NewShift)
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        shift = Shift(**wanted.model_dump())
        session.add(shift)
        session.flush()
        answer = ShiftAnswer.model_validate(shift)
    return call.answer(answer, 201)
