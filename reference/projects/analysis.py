"""The platform's own analysis: what the files of a repository say of it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import undefer

from reference.core import clock
from reference.core.database import TenantSession
from reference.core.inputs import is_storable, read_json
from reference.projects import rules
from reference.projects.records import Analysis, Project, Repository, RepositoryFile
from reference.projects.shapes import CodeMetrics, DetectedTechnology, ResearchGap

LEFT_OUT = frozenset({".git", "node_modules", "vendor", "dist", "build", "target", "coverage", "__pycache__"})
BY_DEPENDENCY = {"django": "framework", "flask": "framework", "fastapi": "framework", "sqlalchemy": "database",
                 "celery": "queue", "redis": "cache", "react": "framework", "vue": "framework", "express": "framework"}
BY_ENDING = {"py": "Python", "js": "JavaScript", "ts": "TypeScript", "go": "Go", "sql": "SQL", "html": "HTML", "css": "CSS"}
CONFIDENCE_BY_DEPENDENCY, CONFIDENCE_BY_ENDING = 90, 80

NPM_FIXED = re.compile(r"[\^~]?\s*v?(\d+(\.\d+)*([-+][0-9A-Za-z.+-]+)?)")
NPM_GROUPS = ("dependencies", "devDependencies", "optionalDependencies")
LONGEST_NAME, LONGEST_VERSION = 255, 100
TEST = re.compile(r"(^|/)(tests?|__tests__)/|(^|/)test_[^/]*$|[._](test|spec)\.[^/.]+$", re.IGNORECASE)
README = re.compile(r"(^|/)readme(\.[^/]*)?$", re.IGNORECASE)
NO_README = ResearchGap(title="No README", category="documentation", priority=3, estimated_effort="small",
                        description="Nothing says what this is.", recommendation="Write a README.")
NO_TESTS = ResearchGap(title="No tests", category="testing", priority=2, estimated_effort="medium",
                       description="Nothing shows that it works.", recommendation="Write tests.")
UNPINNED = ResearchGap(title="Unpinned dependencies", category="dependencies", priority=3, estimated_effort="small",
                       description="What is installed depends on the day.", recommendation="Fix each version.")


class UnreadableManifest(Exception):
    """A package.json is no JSON: what the repository needs cannot be told."""


@dataclass(frozen=True)
class _Dependency:
    name: str
    current_version: str | None
    package_manager: str
    file: str
    latest_version: None = None
    severity: str = "medium"


def analyse(session: TenantSession, repository: Repository) -> Analysis:
    """A new analysis of the repository's stored files, not yet added to the session.

    Raises UnreadableManifest.
    """
    began = time.monotonic()
    files = session.scalars(select(RepositoryFile).where(RepositoryFile.repository_id == repository.id)
                            .order_by(RepositoryFile.path).options(undefer(RepositoryFile.content)))
    found = findings([(file.path, file.content) for file in files])
    return Analysis(
        project_id=repository.project_id, repository_id=repository.id, source="job",
        project_path=session.get_one(Project, repository.project_id).path, analyzed_at=clock.now(),
        analysis_version=rules.ANALYSIS_VERSION, analysis_duration_ms=int((time.monotonic() - began) * 1000), **found)


def counted(paths: list[str]) -> list[str]:
    """The paths of what is analysed: nothing that was installed or made."""
    return [path for path in paths if LEFT_OUT.isdisjoint(path.split("/"))]


def findings(files: list[tuple[str, str]]) -> dict[str, Any]:
    """What files, each a path and its text, say: the fields of an analysis. Raises UnreadableManifest."""
    kept = set(counted([path for path, _ in files]))
    files = [(path, content) for path, content in files if path in kept]
    dependencies = list(_dependencies(files))[:rules.MOST_DEPENDENCIES]
    languages: dict[str, int] = {}
    for path, content in files:
        language = _language(path)
        if language is not None:
            languages[language] = languages.get(language, 0) + sum(bool(line.strip()) for line in content.splitlines())
    metrics = CodeMetrics(lines_of_code=sum(languages.values()), languages=languages)
    return {
        "detected_technologies": [each.model_dump() for each in _technologies(files, dependencies)],
        "dependencies": [{**asdict(each), "status": rules.status_of(each.current_version, each.latest_version)}
                         for each in dependencies],
        "code_metrics": metrics.model_dump(),
        "research_gaps": [each.model_dump() for each in _gaps(sorted(kept), dependencies)]}


def _language(path: str) -> str | None:
    name, dot, ending = path.rpartition("/")[2].rpartition(".")
    return BY_ENDING.get(ending.lower()) if dot and name else None


def _dependencies(files: list[tuple[str, str]]) -> Iterator[_Dependency]:
    for path, content in files:
        name = path.rpartition("/")[2]
        if name == "requirements.txt":
            yield from (_Dependency(*each, "pip", path) for each in required(content))
        elif name == "package.json":
            yield from (_Dependency(*each, "npm", path) for each in packages(content, path))


def required(content: str) -> Iterator[tuple[str, str | None]]:
    """Each dependency of a requirements.txt, with its version where that is fixed. What is none is passed over."""
    from packaging.requirements import InvalidRequirement, Requirement

    for line in re.sub(r"\\\r?\n", " ", content).splitlines():
        text = re.split(r"(?:^|\s)(?:#|--)", line)[0].strip()
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue  # an option, an address, an empty line
        fixed = [each.version for each in requirement.specifier
                 if each.operator in ("==", "===") and not each.version.endswith(".*")]
        yield _short(requirement.name, fixed[0] if fixed else None)


def packages(content: str, path: str) -> Iterator[tuple[str, str | None]]:
    """The same of a package.json."""
    try:
        manifest = read_json(content.removeprefix("\ufeff"))
    except ValueError:
        raise UnreadableManifest(f"{path} is no JSON") from None
    if not isinstance(manifest, dict):
        raise UnreadableManifest(f"{path} is no JSON object")
    for group in NPM_GROUPS:
        named = manifest.get(group)
        for name, version in named.items() if isinstance(named, dict) else ():
            if name and is_storable(name):
                fixed = NPM_FIXED.fullmatch(version.strip()) if isinstance(version, str) else None
                yield _short(name, fixed[1] if fixed else None)


def _short(name: str, version: str | None) -> tuple[str, str | None]:
    """As it can be kept; a version too long to be one is none."""
    return name[:LONGEST_NAME], version if version is None or len(version) <= LONGEST_VERSION else None


def _technologies(files: list[tuple[str, str]], dependencies: list[_Dependency]) -> list[DetectedTechnology]:
    """One a name: what a dependency says comes before what a file's ending says."""
    found: dict[str, DetectedTechnology] = {}
    for each in dependencies:
        name = each.name.lower()
        if name in BY_DEPENDENCY:
            found.setdefault(name, DetectedTechnology(
                name=name, version=each.current_version, category=BY_DEPENDENCY[name],
                confidence=CONFIDENCE_BY_DEPENDENCY, source_file=each.file))
    for path, _ in files:
        language = _language(path)
        if language is not None:
            found.setdefault(language, DetectedTechnology(name=language, category="language",
                                                          confidence=CONFIDENCE_BY_ENDING, source_file=path))
    return list(found.values())


def _gaps(paths: list[str], dependencies: list[_Dependency]) -> list[ResearchGap]:
    missing = {
        NO_README.title: not any(README.search(path) for path in paths),
        NO_TESTS.title: not any(TEST.search(path) for path in paths),
        UNPINNED.title: any(each.current_version is None for each in dependencies)}
    return [gap for gap in (NO_README, NO_TESTS, UNPINNED) if missing[gap.title]]
