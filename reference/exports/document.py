"""An analysis as JSON: what ``GET /analyses/{id}`` answers."""

from __future__ import annotations

from reference.projects.records import Analysis
from reference.projects.shapes import AnalysisAnswer


def render(analysis: Analysis, *, pretty: bool) -> bytes:
    """Compact, or ``pretty``: each level two spaces further in."""
    return AnalysisAnswer.model_validate(analysis).model_dump_json(indent=2 if pretty else None).encode()
