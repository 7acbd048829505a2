"""What every format says: the tables of an analysis, with the same columns and figures in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reference.projects import rules
from reference.projects.records import Analysis

Row = list[Any]

TITLE = "CommandCenter Analysis Report"
# Columns of a table, with the field of each.
TECHNOLOGIES = {"Technology": "name", "Version": "version", "Category": "category", "Confidence (%)": "confidence",
                "Description": "description", "Source File": "source_file"}
DEPENDENCIES = {"Package": "name", "Current Version": "current_version", "Latest Version": "latest_version",
                "Status": "status", "Severity": "severity", "Package Manager": "package_manager", "File": "file"}
METRICS = {"Lines of Code": "lines_of_code", "File Count": "file_count", "Complexity Score": "complexity",
           "Documentation Coverage (%)": "documentation_coverage", "Test Coverage (%)": "test_coverage"}
GAPS = {"Title": "title", "Description": "description", "Category": "category", "Priority": "priority",
        "Estimated Effort": "estimated_effort", "Recommendation": "recommendation"}


def without(columns: dict[str, str], *left_out: str) -> dict[str, str]:
    return {column: field for column, field in columns.items() if column not in left_out}


# The same tables where all stand in one file: shorter.
SHORT_TECHNOLOGIES = without(TECHNOLOGIES, "Source File")
SHORT_DEPENDENCIES = without(DEPENDENCIES, "Package Manager", "File")
SHORT_METRICS = dict(list(METRICS.items())[:3])
SHORT_GAPS = without(GAPS, "Estimated Effort")


def summary(analysis: Analysis) -> list[tuple[str, int]]:
    """The four counts."""
    return [("Technologies Detected", len(analysis.detected_technologies)),
            ("Total Dependencies", len(analysis.dependencies)),
            ("Outdated Dependencies", rules.outdated(analysis.dependencies)),
            ("Research Gaps", len(analysis.research_gaps))]


def rows(columns: dict[str, str], records: list[dict[str, Any]]) -> Iterator[Row]:
    """A line for each record."""
    return ([record[field] for field in columns.values()] for record in records)


def metrics(columns: dict[str, str], found: dict[str, Any]) -> Iterator[Row]:
    """A line for each metric: its name and its value."""
    return ([name, plain(found[field])] for name, field in columns.items())


def languages(found: dict[str, Any]) -> list[tuple[str, int]]:
    """Each language and its lines, the most first."""
    return sorted(found["languages"].items(), key=lambda each: (-each[1], each[0]))


def plain(number: float | None) -> float | int | None:
    """A whole number without its point."""
    return int(number) if isinstance(number, float) and number.is_integer() else number
