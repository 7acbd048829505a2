"""The review of attendance records over HTTP. Nobody reviews the own one."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import Response

from reference.accounts.records import Person
from reference.attendance import punches, review
from reference.attendance.check_outs import visible
from reference.attendance.shapes import AttendanceAnswer
from reference.core.answers import takes
from reference.core.calls import Call, needs
from reference.core.calls import record_id as id_of
from reference.core.errors import not_allowed
from reference.core.inputs import Change, Moment, Text
from reference.core.routes import Router

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

MayReview = Annotated[Call, needs("attendance.review")]
Wanted = TypeVar("Wanted", bound=Change)


class Rejection(Change):
    comment: Text(1, 1000)


class Adjustment(Change):
    """What is sent of the two times replaces the one before."""

    reason: Text(1, 1000)
    punch_in_at: Moment = None
    punch_out_at: Moment = None


@router.post("/records/{record_id}/approve", response_model=AttendanceAnswer, openapi_extra=takes(Change))
def approve(call: MayReview, record_id: str) -> Response:
    """Take the record as it is."""
    _read(call, record_id, Change)
    return _decide(call, record_id, "approve")


@router.post("/records/{record_id}/reject", response_model=AttendanceAnswer, openapi_extra=takes(Rejection))
def reject(call: MayReview, record_id: str) -> Response:
    """Do not take the record, and say why."""
    return _decide(call, record_id, "reject", _read(call, record_id, Rejection).comment)


@router.post("/records/{record_id}/adjust", response_model=AttendanceAnswer, openapi_extra=takes(Adjustment))
def adjust(call: MayReview, record_id: str) -> Response:
    """Correct the record's times, and say why."""
    wanted = _read(call, record_id, Adjustment)
    return _decide(call, record_id, "adjust", wanted.reason,
                   times=wanted.model_dump(exclude_unset=True, include={"punch_in_at", "punch_out_at"}))


@router.post("/records/{record_id}/lock", response_model=AttendanceAnswer, openapi_extra=takes(Change))
def lock(call: MayReview, record_id: str) -> Response:
    """Close the record for good."""
    _read(call, record_id, Change)
    return _decide(call, record_id, "lock")


@router.post("/records/{record_id}/reopen", response_model=AttendanceAnswer, openapi_extra=takes(Change))
def reopen(call: MayReview, record_id: str) -> Response:
    """Look at a rejected record again."""
    _read(call, record_id, Change)
    return _decide(call, record_id, "reopen")


def _read(call: Call, record_id: str, shape: type[Wanted]) -> Wanted:
    """What was sent, after it is clear that there is such a record and that it is somebody else's."""
    with call.transaction() as session:
        if visible(call, session, id_of(record_id)).person_id == call.person.person_id:
            raise not_allowed()
    return call.change(shape)


def _decide(call: Call, record_id: str, verb: str, comment: str = "", times: dict | None = None) -> Response:
    with call.transaction() as session:
        record = visible(call, session, id_of(record_id), locked=True)
        call.check_version(record)
        review.decide(session, record, verb, session.get_one(Person, call.person.person_id), comment)
        if times is not None:
            review.adjust(session, record, times)
        answer = punches.described(session, record)
    return call.answer(answer)
