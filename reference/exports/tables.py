"""An analysis as CSV: one of its tables, or all in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reference.core import clock, downloads
from reference.exports import content
from reference.exports.content import Row
from reference.projects.records import Analysis


def render(analysis: Analysis, *, csv_type: str) -> bytes:
    """The table or tables of this type."""
    return downloads.csv_lines(LINES[csv_type](analysis)).encode()


def _technologies(analysis: Analysis) -> Iterator[Row]:
    yield from _table(content.TECHNOLOGIES, analysis.detected_technologies)


def _dependencies(analysis: Analysis) -> Iterator[Row]:
    yield from _table(content.DEPENDENCIES, analysis.dependencies)


def _metrics(analysis: Analysis) -> Iterator[Row]:
    yield ["Metric", "Value"]
    yield from content.metrics(content.METRICS, analysis.code_metrics)
    if analysis.code_metrics["languages"]:
        yield from ([], ["Language", "Lines"])
        yield from (list(each) for each in content.languages(analysis.code_metrics))


def _gaps(analysis: Analysis) -> Iterator[Row]:
    yield from _table(content.GAPS, analysis.research_gaps)


def _combined(analysis: Analysis) -> Iterator[Row]:
    yield from ([content.TITLE], ["Project", analysis.project_path], ["Analyzed At", clock.text(analysis.analyzed_at)],
                ["Analysis Version", analysis.analysis_version])
    yield from ([], ["SUMMARY"], ["Metric", "Value"])
    yield from (list(each) for each in content.summary(analysis))
    yield from ([], ["DETECTED TECHNOLOGIES"])
    yield from _table(content.SHORT_TECHNOLOGIES, analysis.detected_technologies)
    yield from ([], ["DEPENDENCIES"])
    yield from _table(content.SHORT_DEPENDENCIES, analysis.dependencies)
    yield from ([], ["CODE METRICS"], ["Metric", "Value"])
    yield from content.metrics(content.SHORT_METRICS, analysis.code_metrics)
    yield from ([], ["RESEARCH GAPS"])
    yield from _table(content.SHORT_GAPS, analysis.research_gaps)


def _table(columns: dict[str, str], records: list[dict[str, object]]) -> Iterator[Row]:
    yield list(columns)
    yield from content.rows(columns, records)


LINES: dict[str, Callable[[Analysis], Iterator[Row]]] = {
    "combined": _combined, "technologies": _technologies, "dependencies": _dependencies, "metrics": _metrics,
    "gaps": _gaps}
