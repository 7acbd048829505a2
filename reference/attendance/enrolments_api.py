"""The own face over HTTP: enrolled by three photos, and taken back."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response
from pydantic import AfterValidator, Field

from reference.attendance import enrolled, enrolments
from reference.attendance.bodies import PhotoData
from reference.core import inputs, pictures
from reference.core.answers import RecordAnswer, takes
from reference.core.calls import Call, needs
from reference.core.errors import existing
from reference.core.inputs import Body, Nothing, Query
from reference.core.routes import Router

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

MayUse = Annotated[Call, needs("attendance.use")]

LEAST_PIXELS = 480  # in width and in height


def _large_enough(content: bytes) -> bytes:
    picture = pictures.look_at(content)
    if picture is None:
        raise inputs.fault("format", "This must be a JPEG or PNG picture.")
    if min(picture.width, picture.height) < LEAST_PIXELS:
        raise inputs.fault("out_of_range", f"A photo has at least {LEAST_PIXELS} by {LEAST_PIXELS} pixels.")
    return content


EnrolmentPhoto = Annotated[PhotoData, AfterValidator(_large_enough)]


class NewEnrolment(Body):
    photos: Annotated[list[EnrolmentPhoto], Field(min_length=3, max_length=3)]


class EnrolmentAnswer(RecordAnswer):
    person_id: UUID
    quality: float
    status: Literal["active", "withdrawn"]


@router.post("/face-enrolments", status_code=201, response_model=EnrolmentAnswer, openapi_extra=takes(NewEnrolment))
def enrol(call: MayUse) -> Response:
    """Let the face service know one's face. A new enrolment takes the place of the one before."""
    wanted = call.body(NewEnrolment)
    return call.answer(EnrolmentAnswer.model_validate(enrolments.enrol(call, wanted.photos)), 201)


@router.get("/face-enrolments/me", response_model=EnrolmentAnswer, responses={404: {}})
def own_enrolment(call: MayUse) -> Response:
    """The own enrolment that counts."""
    with call.transaction() as session:
        found = existing(enrolled.active(session, call.person.person_id))
        call.query(Query)
        answer = EnrolmentAnswer.model_validate(found)
    return call.answer(answer)


@router.delete("/face-enrolments/me", status_code=204, openapi_extra=takes(Nothing), responses={404: {}})
def withdraw(call: MayUse) -> Response:
    """Have one's face forgotten."""
    with call.transaction() as session:
        existing(enrolled.active(session, call.person.person_id))
        call.body(Nothing)
        enrolled.forget(session, call.person.person_id)
    return call.answer(None)
