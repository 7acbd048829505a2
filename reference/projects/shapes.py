"""How projects and what is under them are answered, and the analysis as it is imported."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from reference.core import inputs
from reference.core.answers import Answer, Moment, RecordAnswer, VersionedAnswer
from reference.core.inputs import Body, Identifier, Text
from reference.projects import rules

Short = Text(0, 255)
Version = Text(0, 100)
Long = Text(0, 5000)
Path = Text(0, 400)
Percent = Annotated[int, Field(ge=0, le=100)]
Priority = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0, le=10**12)]
Coverage = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class ProjectAnswer(VersionedAnswer):
    name: str
    owner: str
    description: str


class ProjectStatistics(Answer):
    """The numbers of a project; the outdated dependencies are those of the newest analysis of each repository, and of
    the newest that is of none."""

    repository_count: int
    technology_count: int
    analysis_count: int
    job_count: int
    outdated_dependency_count: int


class RepositoryAnswer(RecordAnswer):
    project_id: UUID
    owner: str
    name: str
    file_count: int
    size_bytes: int


class FileAnswer(Answer):
    path: str
    size_bytes: int


class FilesAnswer(Answer):
    files: list[FileAnswer]


class TechnologyAnswer(VersionedAnswer):
    project_id: UUID
    title: str
    domain: Literal[rules.DOMAINS]
    status: Literal[rules.STATUSES]
    relevance_score: int
    priority: int


class DetectedTechnology(Body):
    name: Text(1, 255)
    version: Version | None = None
    category: Short | None = None
    confidence: Percent = 50
    description: Long | None = None
    source_file: Path | None = None


class NewDependency(Body):
    """A dependency without its status, which follows from its versions."""

    name: Text(1, 255)
    current_version: Version | None = None
    latest_version: Version | None = None
    severity: Literal[rules.SEVERITIES] = "medium"
    package_manager: Short | None = None
    file: Path | None = None


class Dependency(NewDependency):
    status: Literal[rules.DEPENDENCY_STATUSES]


class CodeMetrics(Body):
    lines_of_code: Count | None = None
    file_count: Count | None = None
    complexity: Annotated[float, Field(ge=0, le=10**9, allow_inf_nan=False)] | None = None
    documentation_coverage: Coverage | None = None
    test_coverage: Coverage | None = None
    languages: Annotated[dict[Text(1, 50), Count], Field(default_factory=dict, max_length=200)]


class ResearchGap(Body):
    title: Text(1, 255)
    description: Long | None = None
    category: Short | None = None
    priority: Priority = 3
    estimated_effort: Short | None = None
    recommendation: Long | None = None


class NewAnalysis(Body):
    """An analysis that was made elsewhere."""

    repository_id: Identifier | None = None
    analyzed_at: inputs.Moment = None
    analysis_version: Text(1, 50) = rules.ANALYSIS_VERSION
    analysis_duration_ms: Count = 0
    detected_technologies: Annotated[list[DetectedTechnology],
                                     Field(default_factory=list, max_length=rules.MOST_TECHNOLOGIES)]
    dependencies: Annotated[list[NewDependency], Field(default_factory=list, max_length=rules.MOST_DEPENDENCIES)]
    code_metrics: CodeMetrics = CodeMetrics()
    research_gaps: Annotated[list[ResearchGap], Field(default_factory=list, max_length=rules.MOST_GAPS)]


class AnalysisAnswer(RecordAnswer):
    project_id: UUID
    repository_id: UUID | None
    source: Literal[rules.SOURCES]
    project_path: str
    analyzed_at: Moment
    analysis_version: str
    analysis_duration_ms: int
    detected_technologies: list[DetectedTechnology]
    dependencies: list[Dependency]
    code_metrics: CodeMetrics
    research_gaps: list[ResearchGap]
