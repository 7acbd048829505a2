"""Asking whether a place is inside a site's fence. Nothing is stored."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Response
from pydantic import Field

from reference.attendance import fence
from reference.core.answers import Answer, takes
from reference.core.calls import Call, needs
from reference.core.inputs import Body, Identifier
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.geofences import Place
from reference.tenancy.records import Site

router = Router(prefix="/api/v2/attendance", tags=["attendance"])


class AskedPlace(Place):
    """A place as a device tells it; how sure the device is does not matter here."""

    accuracy_m: Annotated[float, Field(ge=0, le=1000)] | None = None


class FenceQuestion(Body):
    site_id: Identifier
    location: AskedPlace


class FenceAnswer(Answer):
    inside: bool
    distance_m: float | None
    fence_kind: Literal[fence.KINDS]


@router.post("/geofence-checks", response_model=FenceAnswer, openapi_extra=takes(FenceQuestion))
def check(call: Annotated[Call, needs("attendance.use")]) -> Response:
    """Whether a place is inside a site's fence, and how far away it is: 0 within a polygon, null where there is no fence."""
    wanted = call.body(FenceQuestion)
    with call.transaction() as session:
        site = referred(session, Site, wanted.site_id, "site_id")
        judged = fence.judge(site, wanted.location.latitude, wanted.location.longitude)
    return call.answer(FenceAnswer.model_validate(judged))
