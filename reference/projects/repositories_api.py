"""Repositories over HTTP, and the files in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response
from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from reference.core.answers import Listed, equals, listed, takes
from reference.core.calls import record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, existing, faulty
from reference.core.inputs import Body, FilterId, Identifier, Nothing, Page, Query, Text, fault, refuse_unstorable
from reference.core.routes import Router
from reference.projects import changes, rules
from reference.projects.api import MayRead, MayWrite
from reference.projects.records import Repository, RepositoryFile
from reference.projects.shapes import FileAnswer, FilesAnswer, RepositoryAnswer

router = Router(prefix="/api/v2/repositories", tags=["projects"])

Name = Annotated[Text(2, 100), Field(pattern=rules.REPOSITORY_NAME)]


def _relative(path: str) -> str:
    if not rules.is_relative(path):
        raise fault("format", "This must be a relative path, without '..'.")
    return path


class NewRepository(Body):
    """A repository to be added to a project."""

    project_id: Identifier
    owner: Name
    name: Name


class RepositoryChange(Body):
    """What is to be different."""

    owner: Name = None
    name: Name = None

    READ_ONLY = frozenset(RepositoryAnswer.model_fields) - {"owner", "name"}


class NewFile(Body):
    """A file: its text is kept as it is."""

    path: Annotated[Text(1, 400), AfterValidator(_relative)]
    content: Annotated[str, BeforeValidator(refuse_unstorable)]


class NewFiles(Body):
    files: Annotated[list[NewFile], Field(max_length=rules.MOST_FILES)]


class RepositoryFilter(Page):
    project_id: FilterId | None = None


@router.get("", response_model=Listed[RepositoryAnswer], openapi_extra=takes(query=RepositoryFilter))
def repositories(call: MayRead) -> Response:
    """The tenant's repositories."""
    wanted = call.query(RepositoryFilter)
    query = (select(Repository).where(*equals(Repository.project_id, wanted.project_id))
             .order_by(Repository.created_at.desc(), Repository.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, RepositoryAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=RepositoryAnswer, openapi_extra=takes(NewRepository))
def add(call: MayWrite) -> Response:
    """Add a repository to a project."""
    wanted = call.body(NewRepository)
    try:
        with call.transaction() as session:
            changes.project_named(session, wanted.project_id)
            repository = Repository(**wanted.model_dump())
            session.add(repository)
            session.flush()
            answer = RepositoryAnswer.model_validate(repository)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer, 201)


@router.get("/{repository_id}", response_model=RepositoryAnswer)
def repository(call: MayRead, repository_id: str) -> Response:
    """One repository."""
    with call.transaction() as session:
        found = repository_of(session, repository_id)
        call.query(Query)
        answer = RepositoryAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/{repository_id}", response_model=RepositoryAnswer, openapi_extra=takes(RepositoryChange))
def change(call: MayWrite, repository_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        repository_of(session, repository_id)
    wanted = call.body(RepositoryChange)
    try:
        with call.transaction() as session:
            found = repository_of(session, repository_id, locked=True)
            for name, value in wanted.model_dump(exclude_unset=True).items():
                setattr(found, name, value)
            session.flush()
            answer = RepositoryAnswer.model_validate(found)
    except IntegrityError as error:
        raise changes.refusal_of(error) from None
    return call.answer(answer)


@router.delete("/{repository_id}", status_code=204, openapi_extra=takes(Nothing))
def remove(call: MayWrite, repository_id: str) -> Response:
    """Delete a repository with its files; what was found in it stays."""
    with call.transaction() as session:
        repository_of(session, repository_id)
    call.body(Nothing)
    with call.transaction() as session:
        found = repository_of(session, repository_id, locked=True)
        changes.forget_statistics(session, found.project_id)
        session.delete(found)
    return call.answer(None)


@router.get("/{repository_id}/files", response_model=FilesAnswer)
def files(call: MayRead, repository_id: str) -> Response:
    """The repository's files, by path."""
    with call.transaction() as session:
        found = repository_of(session, repository_id)
        call.query(Query)
        answer = files_of(session, found)
    return call.answer(answer)


@router.put("/{repository_id}/files", response_model=FilesAnswer, openapi_extra=takes(NewFiles))
def replace_files(call: MayWrite, repository_id: str) -> Response:
    """Replace all of the repository's files."""
    with call.transaction() as session:
        repository_of(session, repository_id)
    wanted = call.body(NewFiles)
    sizes = [len(file.content.encode()) for file in wanted.files]
    refuse_twice([file.path for file in wanted.files])
    if sum(sizes) > rules.MOST_BYTES:
        raise Problem(413, detail="The files are larger than 5 MiB.")
    with call.transaction() as session:
        found = repository_of(session, repository_id, locked=True)
        session.execute(delete(RepositoryFile).where(RepositoryFile.repository_id == found.id))
        session.add_all(RepositoryFile(repository_id=found.id, path=file.path, content=file.content, size_bytes=size)
                        for file, size in zip(wanted.files, sizes, strict=True))
        found.file_count, found.size_bytes = len(sizes), sum(sizes)
        session.flush()
        answer = files_of(session, found)
    return call.answer(answer)


def repository_of(session: TenantSession, repository_id: str, *, locked: bool = False) -> Repository:
    """The repository of an address; 404 where the tenant has none of that id."""
    query = select(Repository).where(Repository.id == record_id(repository_id))
    return existing(session.scalar(query.with_for_update() if locked else query))


def files_of(session: TenantSession, repository: Repository) -> FilesAnswer:
    found = session.scalars(select(RepositoryFile).where(RepositoryFile.repository_id == repository.id)
                            .order_by(RepositoryFile.path))
    return FilesAnswer(files=[FileAnswer.model_validate(file) for file in found])


def refuse_twice(paths: list[str]) -> None:
    """422 where two files have one path."""
    faults = [Fault(f"files.{number}.path", "not_allowed", "This was given before.")
              for number, path in enumerate(paths) if path in paths[:number]]
    if faults:
        raise faulty(faults)
