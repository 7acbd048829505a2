"""The formats, by name, and how an analysis becomes a file in one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple

from reference.core import downloads
from reference.projects.records import Analysis

CSV_TYPES = ("combined", "technologies", "dependencies", "metrics", "gaps")


@dataclass(frozen=True)
class Format:
    """One format: ``module`` makes it, loaded when a file is asked for."""

    name: str
    mime_type: str
    extension: str
    module: str


FORMATS = {
    "sarif": Format("SARIF", "application/json", "sarif", "sarif"),
    "html": Format("HTML", downloads.HTML, "html", "page"),
    "csv": Format("CSV", downloads.CSV, "csv", "tables"),
    "excel": Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "workbook"),
    "json": Format("JSON", "application/json", "json", "document"),
}


class File(NamedTuple):
    """A file: what is in it, its media type, and the name to save it under."""

    content: bytes
    media_type: str
    name: str


def render(analysis: Analysis, format: str, csv_type: str | None = None, *, pretty: bool = False) -> File:
    """The analysis as a file. ``csv_type``: which of CSV_TYPES (combined); ``pretty``: JSON with indented lines."""
    made = FORMATS[format]
    render_: Callable[..., bytes] = import_module(f"reference.exports.{made.module}").render
    options: dict[str, object] = {}
    kind = ""
    if format == "csv":
        options["csv_type"] = csv_type or CSV_TYPES[0]
        kind = f"_{options['csv_type']}"
    elif format == "json":
        options["pretty"] = pretty
    return File(render_(analysis, **options), made.mime_type, f"analysis_{analysis.id}{kind}.{made.extension}")


def name_in_batch(analysis_id: object, format: str) -> str:
    """The name of an analysis' file among others of the same format."""
    return f"analysis_{analysis_id}.{FORMATS[format].extension}"
