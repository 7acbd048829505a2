"""The tables of projects, of what is under them, and of analyses."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned


class Project(Audited, TenantOwned, Versioned, Base):
    """What somebody works on. What is under it goes with it."""

    __tablename__ = "projects"
    trail = Trail.of("project")

    name: Mapped[str]
    owner: Mapped[str]
    description: Mapped[str]

    @property
    def path(self) -> str:
        """How an analysis names the project."""
        return f"/{self.owner}/{self.name}"


class Repository(Audited, TenantOwned, Base):
    """Source text of a project. ``file_count`` and ``size_bytes`` are those of its files."""

    __tablename__ = "repositories"
    trail = Trail.of("repository")

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    owner: Mapped[str]
    name: Mapped[str]
    file_count: Mapped[int] = mapped_column(default=0)
    size_bytes: Mapped[int] = mapped_column(default=0)


class RepositoryFile(TenantOwned, Base):
    """One file of a repository: its path in it, and its text."""

    __tablename__ = "repository_files"

    repository_id: Mapped[UUID] = mapped_column(ForeignKey("repositories.id", ondelete="CASCADE"))
    path: Mapped[str]
    content: Mapped[str] = mapped_column(deferred=True)  # up to 5 MiB a repository: read where it is analysed
    size_bytes: Mapped[int]


class Technology(Audited, TenantOwned, Versioned, Base):
    """Something that a project uses, or thinks of using."""

    __tablename__ = "technologies"
    trail = Trail.of("technology")

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    title: Mapped[str]
    domain: Mapped[str]
    status: Mapped[str]
    relevance_score: Mapped[int]
    priority: Mapped[int]


class Analysis(Audited, TenantOwned, Base):
    """What was found in a project at one moment; never changed. Each of its dependencies has a status (rules.status_of)."""

    __tablename__ = "analyses"
    trail = Trail.of("analysis", silent="detected_technologies dependencies code_metrics research_gaps")

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    repository_id: Mapped[UUID | None] = mapped_column(ForeignKey("repositories.id", ondelete="SET NULL"))
    source: Mapped[str]
    project_path: Mapped[str]
    analyzed_at: Mapped[datetime]
    analysis_version: Mapped[str]
    analysis_duration_ms: Mapped[int]
    detected_technologies: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    dependencies: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    code_metrics: Mapped[dict[str, Any]] = mapped_column(JSONB)
    research_gaps: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
