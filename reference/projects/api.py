"""Projects over HTTP: create, read, change, delete, count."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core import cache
from reference.core.answers import Listed, listed, says, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing
from reference.core.inputs import Body, Change, Page, Query, Search, Text
from reference.core.routes import Router
from reference.projects import changes
from reference.projects.records import Project
from reference.projects.shapes import ProjectAnswer, ProjectStatistics

router = Router(prefix="/api/v2/projects", tags=["projects"])

MayRead = Annotated[Call, needs("projects.read")]
MayWrite = Annotated[Call, needs("projects.write")]

Name = Text(1, 255)
Description = Text(0, 5000)


class NewProject(Body):
    """A project to be added."""

    name: Name
    owner: Name
    description: Description = ""


class ProjectChange(Change):
    """What is to be different."""

    name: Name = None
    owner: Name = None
    description: Description = None

    READ_ONLY = frozenset({"id", "created_at", "updated_at"})


class ProjectFilter(Page):
    q: Search | None = None


@router.get("", response_model=Listed[ProjectAnswer], openapi_extra=takes(query=ProjectFilter))
def projects(call: MayRead) -> Response:
    """The tenant's projects; ``q`` looks into name, owner and description."""
    wanted = call.query(ProjectFilter)
    query = (select(Project).where(*says(wanted.q, Project.name, Project.owner, Project.description))
             .order_by(Project.created_at.desc(), Project.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, ProjectAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=ProjectAnswer, openapi_extra=takes(NewProject))
def add(call: MayWrite) -> Response:
    """Add a project; its owner and name together are a tenant's only ones, in whatever case."""
    wanted = call.body(NewProject)
    try:
        with call.transaction() as session:
            project = Project(**wanted.model_dump())
            session.add(project)
            session.flush()
            answer = ProjectAnswer.model_validate(project)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer, 201)


@router.get("/{project_id}", response_model=ProjectAnswer)
def project(call: MayRead, project_id: str) -> Response:
    """One project."""
    with call.transaction() as session:
        found = project_of(session, project_id)
        call.query(Query)
        answer = ProjectAnswer.model_validate(found)
    return call.answer(answer)


@router.get("/{project_id}/stats", response_model=ProjectStatistics)
def statistics(call: MayRead, project_id: str) -> Response:
    """The project's numbers."""
    with call.transaction() as session:
        found = project_of(session, project_id).id
    call.query(Query)

    def load() -> dict[str, int]:
        with call.transaction(snapshot=True) as session:
            return changes.statistics(session, found).model_dump()

    numbers, outcome = cache.read_through(changes.cache_key(call.person.tenant_id, found), load,
                                          bypass=call.wants_no_cache)
    return call.answer(numbers, headers={"X-Cache": outcome})


@router.patch("/{project_id}", response_model=ProjectAnswer, openapi_extra=takes(ProjectChange))
def change(call: MayWrite, project_id: str) -> Response:
    """Change what was sent. Analyses keep the name that the project had."""
    with call.transaction() as session:
        project_of(session, project_id)
    wanted = call.change(ProjectChange)
    try:
        with call.transaction() as session:
            found = project_of(session, project_id, locked=True)
            call.check_version(found)
            for name, value in wanted.model_dump(exclude_unset=True, exclude={"version"}).items():
                setattr(found, name, value)
            session.flush()
            answer = ProjectAnswer.model_validate(found)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer)


@router.delete("/{project_id}", status_code=204, openapi_extra=takes(Change))
def remove(call: MayWrite, project_id: str) -> Response:
    """Delete a project with all that is under it."""
    with call.transaction() as session:
        project_of(session, project_id)
    call.change(Change)
    with call.transaction() as session:
        found = project_of(session, project_id, locked=True)
        call.check_version(found)
        changes.delete_project(session, found)
    return call.answer(None)


def project_of(session: TenantSession, project_id: str, *, locked: bool = False) -> Project:
    """The project of an address; 404 where the tenant has none of that id."""
    query = select(Project).where(Project.id == record_id(project_id))
    return existing(session.scalar(query.with_for_update() if locked else query))
