"""What happens to projects and what is under them, each in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from reference.core import clock, outbox
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import Fault, existing, faulty, taken
from reference.core.references import referred
from reference.projects import rules
from reference.projects.records import Analysis, Project, Repository, Technology
from reference.projects.shapes import NewAnalysis, ProjectStatistics

TAKEN = {"projects_name_key": "name", "repositories_name_key": "name", "technologies_title_key": "title"}

# What areas beyond this one keep under a project: how many there are, and what is to be done before it is deleted.
counted: dict[str, Callable[[TenantSession, UUID], int]] = {}
before_deletion: list[Callable[[TenantSession, UUID], None]] = []


def refusal_of(error: IntegrityError) -> Exception:
    """What a broken rule of the database means to the caller."""
    field = TAKEN.get(broken_rule(error) or "")
    return taken(field) if field else error


def project_named(session: TenantSession, project_id: UUID) -> Project:
    """The project that a body names; it stays until the transaction ends, and its numbers are counted anew after it."""
    forget_statistics(session, project_id)
    return existing(referred(session, Project, project_id, "project_id"))


def delete_project(session: TenantSession, project: Project) -> None:
    """With all that is under it."""
    for prepare in before_deletion:
        prepare(session, project.id)
    forget_statistics(session, project.id)
    session.delete(project)


def import_analysis(session: TenantSession, project: Project, wanted: NewAnalysis) -> Analysis:
    """Store an analysis that was made elsewhere; 422 where its repository is none of the project's."""
    repository = referred(session, Repository, wanted.repository_id, "repository_id")
    if repository is not None and repository.project_id != project.id:
        raise faulty([Fault("repository_id", "unknown", "There is no such record.")])
    analysis = Analysis(project_id=project.id, source="import", project_path=project.path, **wanted.model_dump())
    analysis.analyzed_at = wanted.analyzed_at or clock.now()
    for each in analysis.dependencies:
        each["status"] = rules.status_of(each["current_version"], each["latest_version"])
    session.add(analysis)
    forget_statistics(session, project.id)
    session.flush()
    return analysis


# Statistics


def cache_key(tenant_id: UUID, project_id: UUID) -> str:
    return f"cache:project_stats:{tenant_id}:{project_id}"


def forget_statistics(session: TenantSession, project_id: UUID) -> None:
    """Have the project's numbers counted anew, once this transaction has committed."""
    outbox.forget(session, cache_key(session.tenant_id, project_id))


def statistics(session: TenantSession, project_id: UUID) -> ProjectStatistics:
    """The project's numbers, which agree with its lists."""
    newest = (select(Analysis.dependencies).where(Analysis.project_id == project_id)
              .distinct(Analysis.repository_id)
              .order_by(Analysis.repository_id, Analysis.analyzed_at.desc(), Analysis.created_at.desc(), Analysis.id))
    return ProjectStatistics(
        repository_count=_count(session, Repository, project_id),
        technology_count=_count(session, Technology, project_id),
        analysis_count=_count(session, Analysis, project_id),
        job_count=counted["jobs"](session, project_id) if "jobs" in counted else 0,
        outdated_dependency_count=sum(rules.outdated(each) for each in session.scalars(newest)))


def _count(session: TenantSession, kind: Any, project_id: UUID) -> int:
    return session.scalar(select(func.count()).select_from(kind).where(kind.project_id == project_id)) or 0
