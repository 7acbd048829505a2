"""The report of a mission over HTTP, in three forms."""

from __future__ import annotations

from typing import Literal

from fastapi import Response

from reference.core import downloads
from reference.core.answers import takes
from reference.core.errors import wrong_state
from reference.core.inputs import Query
from reference.core.routes import Router
from reference.missions import api, report, rules
from reference.missions.shapes import Report

router = Router(prefix="/api/v2", tags=["missions"])

FORMS = {200: {"content": {"text/html": {"schema": {"type": "string"}}, "text/csv": {"schema": {"type": "string"}}}},
         409: {}}


class ReportQuery(Query):
    format: Literal["json", "html", "csv"] = "json"


@router.get("/missions/{mission_id}/report", response_model=Report, responses=FORMS,
            openapi_extra=takes(query=ReportQuery))
def report_of_mission(call: api.MayRead, mission_id: str) -> Response:
    """All of the mission as it is now: as JSON, as a page, or its findings as a table; 409 where it has not begun
    or still runs."""
    with call.transaction(snapshot=True) as session:
        mission = api.visible(session, mission_id)
        wanted = call.query(ReportQuery)
        if mission.status not in rules.REPORTED:
            raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
        found = report.of(session, mission)
    call.tell("export_executed", "mission.report", "mission", found.mission_id, format=wanted.format)
    name = f"mission-{found.mission_id}.{wanted.format}"
    if wanted.format == "html":
        return downloads.download(name, report.as_page(found), downloads.HTML)
    if wanted.format == "csv":
        return downloads.download(name, report.as_table(found), downloads.CSV)
    return call.answer(found)
