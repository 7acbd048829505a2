"""Technologies over HTTP."""

from __future__ import annotations

from typing import Literal

from fastapi import Response
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core.answers import Listed, equals, listed, one_of, takes
from reference.core.calls import record_id
from reference.core.database import TenantSession
from reference.core.errors import existing
from reference.core.inputs import Body, Change, FilterId, Identifier, OneOrMore, Page, Query, Text
from reference.core.routes import Router
from reference.projects import changes, rules
from reference.projects.api import MayRead, MayWrite
from reference.projects.records import Technology
from reference.projects.shapes import Percent, Priority, TechnologyAnswer

router = Router(prefix="/api/v2/technologies", tags=["projects"])

Title = Text(1, 255)
Domain = Literal[rules.DOMAINS]
Status = Literal[rules.STATUSES]


class NewTechnology(Body):
    """A technology to be added to a project."""

    project_id: Identifier
    title: Title
    domain: Domain
    status: Status = rules.FIRST_STATUS
    relevance_score: Percent = rules.USUAL_RELEVANCE
    priority: Priority = rules.USUAL_PRIORITY


class TechnologyChange(Change):
    """What is to be different."""

    title: Title = None
    domain: Domain = None
    status: Status = None
    relevance_score: Percent = None
    priority: Priority = None

    READ_ONLY = frozenset({"id", "project_id", "created_at", "updated_at"})


class TechnologyFilter(Page):
    project_id: FilterId | None = None
    domain: OneOrMore(*rules.DOMAINS) | None = None
    status: OneOrMore(*rules.STATUSES) | None = None


@router.get("", response_model=Listed[TechnologyAnswer], openapi_extra=takes(query=TechnologyFilter))
def technologies(call: MayRead) -> Response:
    """The tenant's technologies."""
    wanted = call.query(TechnologyFilter)
    query = (select(Technology)
             .where(*equals(Technology.project_id, wanted.project_id), *one_of(Technology.domain, wanted.domain),
                    *one_of(Technology.status, wanted.status))
             .order_by(Technology.created_at.desc(), Technology.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, TechnologyAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=TechnologyAnswer, openapi_extra=takes(NewTechnology))
def add(call: MayWrite) -> Response:
    """Add a technology to a project, which has one of each title, in whatever case."""
    wanted = call.body(NewTechnology)
    try:
        with call.transaction() as session:
            changes.project_named(session, wanted.project_id)
            technology = Technology(**wanted.model_dump())
            session.add(technology)
            session.flush()
            answer = TechnologyAnswer.model_validate(technology)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer, 201)


@router.get("/{technology_id}", response_model=TechnologyAnswer)
def technology(call: MayRead, technology_id: str) -> Response:
    """One technology."""
    with call.transaction() as session:
        found = technology_of(session, technology_id)
        call.query(Query)
        answer = TechnologyAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/{technology_id}", response_model=TechnologyAnswer, openapi_extra=takes(TechnologyChange))
def change(call: MayWrite, technology_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        technology_of(session, technology_id)
    wanted = call.change(TechnologyChange)
    try:
        with call.transaction() as session:
            found = technology_of(session, technology_id, locked=True)
            call.check_version(found)
            for name, value in wanted.model_dump(exclude_unset=True, exclude={"version"}).items():
                setattr(found, name, value)
            session.flush()
            answer = TechnologyAnswer.model_validate(found)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer)


@router.delete("/{technology_id}", status_code=204, openapi_extra=takes(Change))
def remove(call: MayWrite, technology_id: str) -> Response:
    """Delete a technology."""
    with call.transaction() as session:
        technology_of(session, technology_id)
    call.change(Change)
    with call.transaction() as session:
        found = technology_of(session, technology_id, locked=True)
        call.check_version(found)
        changes.forget_statistics(session, found.project_id)
        session.delete(found)
    return call.answer(None)


def technology_of(session: TenantSession, technology_id: str, *, locked: bool = False) -> Technology:
    """The technology of an address; 404 where the tenant has none of that id."""
    query = select(Technology).where(Technology.id == record_id(technology_id))
    return existing(session.scalar(query.with_for_update() if locked else query))
