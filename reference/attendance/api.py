"""Attendance over HTTP: consent, check-in, check-out, and the records of both."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response
from sqlalchemy import select

from reference.attendance import check_ins, check_outs, consents, history, rules
from reference.attendance.bodies import CheckIn, CheckOut, ConsentChange
from reference.attendance.check_outs import refuse_anothers, visible
from reference.attendance.records import AttendanceRecord, Consent
from reference.attendance.shapes import AttendanceAnswer, ConsentAnswer
from reference.core import inputs
from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import Call, needs
from reference.core.calls import record_id as id_of
from reference.core.inputs import FilterId, OneOrMore, Page, Query
from reference.core.permissions import scope_of
from reference.core.routes import Router
from reference.tenancy.service import open_at_sites

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

MayUse = Annotated[Call, needs("attendance.use")]
MayRead = Annotated[Call, needs("attendance.read")]


open_at_sites["attendance records"] = history.count_at_sites  # they say where somebody was


class RecordFilter(Page):
    person_id: FilterId | None = None
    site_id: FilterId | None = None
    status: OneOrMore(*rules.RECORD_STATES) | None = None
    date_from: inputs.Date | None = None
    date_to: inputs.Date | None = None


@router.get("/consent", response_model=ConsentAnswer)
def consent(call: MayUse) -> Response:
    """What the caller lets the platform look at: nothing, as long as the caller was not asked."""
    call.query(Query)
    with call.transaction() as session:
        found = consents.of(session, call.person.person_id) or Consent(gps_tracking=False, facial_recognition=False)
        answer = ConsentAnswer.model_validate(found)
    return call.answer(answer)


@router.put("/consent", response_model=ConsentAnswer, openapi_extra=takes(ConsentChange))
def agree(call: MayUse) -> Response:
    """Agree to what is true, and withdraw what is false."""
    wanted = call.body(ConsentChange)
    with call.transaction() as session:
        answer = ConsentAnswer.model_validate(consents.set_to(session, call.person.person_id, wanted.model_dump()))
    return call.answer(answer)


@router.post("/check-ins", status_code=201, response_model=AttendanceAnswer, openapi_extra=takes(CheckIn))
def check_in(call: MayUse) -> Response:
    """Come to a site."""
    return call.answer(check_ins.check_in(call, call.body(CheckIn)), 201)


@router.get("/records", response_model=Listed[AttendanceAnswer], openapi_extra=takes(query=RecordFilter))
def records(call: MayRead) -> Response:
    """The tenant's records for reviewers, the own ones for others."""
    wanted = call.query(RecordFilter)
    own = None if scope_of(call.person.role, "attendance.read") == "all" else call.person.person_id
    query = select(AttendanceRecord).where(
        *equals(AttendanceRecord.person_id, own), *equals(AttendanceRecord.person_id, wanted.person_id),
        *equals(AttendanceRecord.site_id, wanted.site_id), *one_of(AttendanceRecord.status, wanted.status))
    if wanted.date_from is not None:
        query = query.where(AttendanceRecord.date >= wanted.date_from)
    if wanted.date_to is not None:
        query = query.where(AttendanceRecord.date <= wanted.date_to)
    query = query.order_by(AttendanceRecord.created_at.desc(), AttendanceRecord.id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, AttendanceAnswer)
    return call.answer(answer)


@router.get("/records/{record_id}", response_model=AttendanceAnswer)
def record(call: MayRead, record_id: str) -> Response:
    """One record."""
    with call.transaction() as session:
        found = visible(call, session, id_of(record_id))
        call.query(Query)
        answer = AttendanceAnswer.model_validate(found)
    return call.answer(answer)


@router.post("/records/{record_id}/check-out", response_model=AttendanceAnswer, openapi_extra=takes(CheckOut))
def check_out(call: MayUse, record_id: str) -> Response:
    """Leave a site."""
    with call.transaction() as session:
        refuse_anothers(call, visible(call, session, id_of(record_id)))
    return call.answer(check_outs.check_out(call, id_of(record_id), call.change(CheckOut)))
