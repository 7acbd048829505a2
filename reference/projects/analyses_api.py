"""Analyses over HTTP: import, read, delete. None is ever changed."""

from __future__ import annotations

from fastapi import Response
from sqlalchemy import select

from reference.core.answers import Listed, equals, listed, takes
from reference.core.calls import record_id
from reference.core.database import TenantSession
from reference.core.errors import existing
from reference.core.inputs import FilterId, Nothing, Page, Query
from reference.core.routes import Router
from reference.projects import changes
from reference.projects.api import MayRead, MayWrite, project_of
from reference.projects.records import Analysis, Project
from reference.projects.shapes import AnalysisAnswer, NewAnalysis

router = Router(prefix="/api/v2", tags=["projects"])


class AnalysisFilter(Page):
    project_id: FilterId | None = None
    repository_id: FilterId | None = None


@router.post("/projects/{project_id}/analyses", status_code=201, response_model=AnalysisAnswer,
             openapi_extra=takes(NewAnalysis))
def import_analysis(call: MayWrite, project_id: str) -> Response:
    """Store an analysis of the project that was made elsewhere."""
    with call.transaction() as session:
        project_of(session, project_id)
    wanted = call.body(NewAnalysis)
    with call.transaction() as session:
        found = existing(session.scalar(select(Project).where(Project.id == record_id(project_id))
                                        .with_for_update(read=True, key_share=True)))
        answer = AnalysisAnswer.model_validate(changes.import_analysis(session, found, wanted))
    return call.answer(answer, 201)


@router.get("/analyses", response_model=Listed[AnalysisAnswer], openapi_extra=takes(query=AnalysisFilter))
def analyses(call: MayRead) -> Response:
    """The tenant's analyses."""
    wanted = call.query(AnalysisFilter)
    query = (select(Analysis).where(*equals(Analysis.project_id, wanted.project_id),
                                    *equals(Analysis.repository_id, wanted.repository_id))
             .order_by(Analysis.created_at.desc(), Analysis.id))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, AnalysisAnswer)
    return call.answer(answer)


@router.get("/analyses/{analysis_id}", response_model=AnalysisAnswer)
def analysis(call: MayRead, analysis_id: str) -> Response:
    """One analysis."""
    with call.transaction() as session:
        found = analysis_of(session, analysis_id)
        call.query(Query)
        answer = AnalysisAnswer.model_validate(found)
    return call.answer(answer)


@router.delete("/analyses/{analysis_id}", status_code=204, openapi_extra=takes(Nothing))
def remove(call: MayWrite, analysis_id: str) -> Response:
    """Delete an analysis."""
    with call.transaction() as session:
        analysis_of(session, analysis_id)
    call.body(Nothing)
    with call.transaction() as session:
        found = analysis_of(session, analysis_id, locked=True)
        changes.forget_statistics(session, found.project_id)
        session.delete(found)
    return call.answer(None)


def analysis_of(session: TenantSession, analysis_id: str, *, locked: bool = False) -> Analysis:
    """The analysis of an address; 404 where the tenant has none of that id."""
    query = select(Analysis).where(Analysis.id == record_id(analysis_id))
    return existing(session.scalar(query.with_for_update() if locked else query))
