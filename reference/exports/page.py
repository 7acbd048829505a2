"""An analysis as one HTML page, which loads nothing and works under a policy that permits its own scripts alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from reference.exports import content
from reference.projects import rules
from reference.projects.records import Analysis

HERE = Path(__file__).parent
HIGH_FROM, MEDIUM_FROM = 80, 50  # percent of confidence
UNSORTED = "other"  # a technology without a category
MOST_SLICES = 8  # of the chart of technologies: what is beyond stands together


@lru_cache(maxsize=1)
def script() -> str:
    """The page's one script: draws the charts and switches between light and dark."""
    return (HERE / "page.js").read_text(encoding="utf-8")


def policy() -> str:
    """The content security policy of the page, in its header and in itself."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"


def render(analysis: Analysis) -> bytes:
    """The page, every value escaped."""
    at = analysis.analyzed_at.astimezone(UTC)
    return _template().render(
        title=content.TITLE, analysis=analysis, at=at, summary=content.summary(analysis), policy=policy(), script=script(),
        metrics=list(content.metrics(content.METRICS, analysis.code_metrics)),
        languages=content.languages(analysis.code_metrics), charts=charts(analysis)).encode()


def charts(analysis: Analysis) -> dict[str, str]:
    """What each chart draws, by the id of its canvas, as JSON: labels and numbers. There is none of nothing."""
    kinds = Counter(each["category"] or UNSORTED for each in analysis.detected_technologies)
    slices = kinds.most_common(MOST_SLICES)
    rest = kinds.total() - sum(count for _, count in slices)
    states = Counter(each["status"] for each in analysis.dependencies)
    drawn: dict[str, list[tuple[str, int]]] = {
        "techChart": slices + ([("all others", rest)] if rest else []),
        "depChart": [(status, states[status]) for status in rules.DEPENDENCY_STATUSES if states[status]]}
    return {name: json.dumps({"labels": [label for label, _ in parts], "values": [count for _, count in parts]})
            for name, parts in drawn.items() if parts}


def confidence(percent: int) -> str:
    """The word of a badge."""
    if percent >= HIGH_FROM:
        return "high"
    return "medium" if percent >= MEDIUM_FROM else "low"


def number(value: Any) -> str:
    """With thousands separators; a dash where it is not known."""
    value = content.plain(value)
    return "–" if value is None else f"{value:,}"


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              undefined=StrictUndefined)
    environment.filters.update(number=number, confidence=confidence)
    return environment.get_template("page.html")
