"""Exports over HTTP: which formats there are, and an analysis in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Response
from pydantic import BeforeValidator

from reference.core import downloads
from reference.core.answers import Answer, takes
from reference.core.calls import Call, needs
from reference.core.errors import Problem, not_found
from reference.core.inputs import Query, fault
from reference.core.limits import GENERAL, Limit, limited
from reference.core.routes import Router
from reference.exports import files
from reference.projects.analyses_api import analysis_of

router = Router(prefix="/api/v2/exports", tags=["exports"])

MayExport = Annotated[Call, needs("exports.run")]

MOST_A_FORMAT = 10
LIMITS = {format: Limit(f"export:{format}", MOST_A_FORMAT, counts_refusals=False) for format in files.FORMATS}


class FormatAnswer(Answer):
    format: str
    name: str
    endpoint: str
    mime_type: str
    extension: str
    rate_limit: int


class FormatsAnswer(Answer):
    formats: list[FormatAnswer]


def _csv_type(word: Any) -> Any:
    if word not in files.CSV_TYPES:
        raise fault("not_allowed", f"Allowed: {', '.join(files.CSV_TYPES)}.")
    return word


class HtmlQuery(Query):
    download: Literal["true", "false"] = "false"


class CsvQuery(Query):
    type: Annotated[Literal[files.CSV_TYPES], BeforeValidator(_csv_type)] = files.CSV_TYPES[0]


class JsonQuery(Query):
    pretty: Literal["true", "false"] = "false"


class AnyQuery(HtmlQuery, CsvQuery, JsonQuery):
    """What the formats take, each its own."""


QUERIES: dict[str, type[Query]] = {"html": HtmlQuery, "csv": CsvQuery, "json": JsonQuery}
ANSWERS = {200: {"content": {kind: {"schema": {"type": "string"}} for kind in (
    "text/html", "text/csv", files.FORMATS["excel"].mime_type)}}}


@router.get("/formats", response_model=FormatsAnswer)
def formats(call: MayExport) -> Response:
    """The formats, and where an analysis is fetched in each."""
    call.query(Query)
    return call.answer(FormatsAnswer(formats=[
        FormatAnswer(format=name, name=each.name, endpoint=f"{router.prefix}/{{analysis_id}}/{name}",
                     mime_type=each.mime_type, extension=each.extension, rate_limit=MOST_A_FORMAT)
        for name, each in files.FORMATS.items()]))


def limit_of_format(path: Mapping[str, Any]) -> Limit:
    return LIMITS.get(path["format"], GENERAL)


@router.get("/{analysis_id}/{format}", responses=ANSWERS, openapi_extra=takes(query=AnyQuery))
@limited(limit_of_format)
def export(call: MayExport, analysis_id: str, format: str) -> Response:
    """The analysis as a file. What is refused as wrongly asked does not count."""
    if format not in files.FORMATS:
        raise not_found()
    try:
        with call.transaction() as session:
            analysis = analysis_of(session, analysis_id)
    except Problem:
        call.count()
        raise
    wanted = call.query(QUERIES.get(format, Query)).model_dump()
    call.count()
    file = files.render(analysis, format, wanted.get("type"), pretty=wanted.get("pretty") == "true")
    call.tell("export_executed", "analysis.export", "analysis", analysis.id, format=format)
    answer = downloads.download(file.name, file.content, file.media_type)
    if format == "html":
        from reference.exports import page

        answer.headers["Content-Security-Policy"] = page.policy()
        if wanted["download"] == "false":
            answer.headers["Content-Disposition"] = f'inline; filename="{file.name}"'
    return answer
