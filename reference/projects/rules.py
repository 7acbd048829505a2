"""The rules of projects and analyses, apart from HTTP and SQL: words, limits, a dependency's status, files' paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

DOMAINS = ("audio-dsp", "ai-ml", "music-theory", "performance", "ui-ux", "infrastructure", "other")
STATUSES = ("discovery", "research", "evaluation", "implementation", "integrated", "archived")
FIRST_STATUS, USUAL_RELEVANCE, USUAL_PRIORITY = "discovery", 50, 3
SEVERITIES = ("critical", "high", "medium", "low")
SOURCES = ("job", "import")
ANALYSIS_VERSION = "2.0.0"

MOST_FILES = 500
MOST_BYTES = 5 * 1024 * 1024  # of a repository's files together
MOST_TECHNOLOGIES = MOST_GAPS = 1000
MOST_DEPENDENCIES = 5000
REPOSITORY_NAME = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"

MISSING, UNKNOWN, OUTDATED, CURRENT = DEPENDENCY_STATUSES = ("Missing", "Unknown", "Outdated", "Current")


def status_of(current: str | None, latest: str | None) -> str:
    """How a dependency stands: the one place that says it, for every record and file alike."""
    if not current:
        return MISSING
    if not latest:
        return UNKNOWN
    return OUTDATED if is_newer(latest, current) else CURRENT


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after another: 1.10 after 1.9, and 2.0 after 2.0rc1."""
    from packaging.version import InvalidVersion, Version  # the order of versions that pip itself has

    try:
        return Version(version) > Version(than)
    except InvalidVersion:
        return _parts(version) > _parts(than)


def _parts(version: str) -> list[tuple[int, int, str]]:
    """A version that follows no standard, so that it can be compared: dotted numbers as numbers."""
    parts = re.split(r"[.\-+_]", version.lower().removeprefix("v"))
    return [(1, int(part), "") if re.fullmatch("[0-9]+", part) else (0, 0, part) for part in parts]


def is_relative(path: str) -> bool:
    """Whether a file's path stays within its repository."""
    return "\\" not in path and all(segment not in ("", ".", "..") for segment in path.split("/"))


def outdated(dependencies: Iterable[Mapping[str, Any]]) -> int:
    return sum(each["status"] == OUTDATED for each in dependencies)
