"""The people of the first generation: as in the second, and each answer says where that is."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from reference.accounts import people_api
from reference.accounts.shapes import PersonAnswer
from reference.core.answers import Listed, takes
from reference.core.calls import Call, needs
from reference.core.routes import Router

DEPRECATED_SINCE = 1_762_473_600
HEADERS = {"Deprecation": f"@{DEPRECATED_SINCE}", "Link": '</api/v2/people>; rel="successor-version"'}


def _say_deprecated(request: Request) -> None:
    request.scope["further_headers"] = HEADERS


router = Router(prefix="/api/v1", tags=["accounts"], deprecated=True, dependencies=[Depends(_say_deprecated)])


@router.get("/people", response_model=Listed[PersonAnswer], openapi_extra=takes(query=people_api.PeopleFilter))
def list_people(call: Annotated[Call, needs("people.read")]) -> Response:
    """The people of the tenant."""
    return people_api.list_people(call)


@router.get("/people/{person_id}", response_model=PersonAnswer)
def read_person(call: Annotated[Call, needs("people.read")], person_id: str) -> Response:
    """One person."""
    return people_api.read_person(call, person_id)
