"""Reports over HTTP: how one stands, and its file."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Response

from reference.core import clock, downloads
from reference.core.answers import Answer, Moment, NamedPerson, RecordAnswer, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Problem, existing, wrong_state
from reference.core.inputs import Query
from reference.core.permissions import scope_of
from reference.core.routes import Router
from reference.reports import rules
from reference.reports.records import Report, ReportFile

router = Router(prefix="/api/v2", tags=["reports"])

MayRead = Annotated[Call, needs("reports.read")]
FILES = {200: {"content": {kind: {"schema": {"type": "string"}} for kind in rules.MEDIA_TYPES.values()}}, 409: {}}


class File(Answer):
    name: str
    content_type: str
    size: int
    sha256: str


class ReportAnswer(RecordAnswer):
    type: Literal[rules.TYPES]
    format: Literal[rules.FORMATS]
    params: dict[str, Any]
    status: Literal[rules.STATUSES]
    requested_by: NamedPerson | None
    schedule_id: UUID | None
    rows: int | None
    file: File | None
    error: str | None
    started_at: Moment | None
    completed_at: Moment | None
    expires_at: Moment | None
    mailed_at: Moment | None


@router.get("/reports/{report_id}", response_model=ReportAnswer, openapi_extra=takes(query=Query))
def report(call: MayRead, report_id: str) -> Response:
    """How a report stands."""
    with call.transaction() as session:
        answer = ReportAnswer.model_validate(visible(call, session, report_id))
    call.query(Query)
    return call.answer(answer)


@router.get("/reports/{report_id}/download", response_class=Response, responses=FILES, openapi_extra=takes(query=Query))
def download(call: MayRead, report_id: str) -> Response:
    """Its file: 409 before it is made and where it failed, 410 when it is kept no longer."""
    with call.transaction() as session:
        found = visible(call, session, report_id)
        call.query(Query)
        if found.status == "expired" or (found.expires_at is not None and found.expires_at <= clock.now()):
            raise Problem(410, "Report expired", "The file is kept no longer.")
        if found.status != "completed":
            raise wrong_state(found.status, rules.TRANSITIONS[found.status])
        file = found.file
        content = session.query(ReportFile.content).filter(ReportFile.report_id == found.id).scalar()
    call.tell("export_executed", "report.download", "report", found.id)
    return downloads.download(file["name"], content, file["content_type"])


def visible(call: Call, session: TenantSession, report_id: str) -> Report:
    """The report of an address; 404 for another's, but for who sees all of the tenant."""
    found = existing(session.get(Report, record_id(report_id)))
    sees_all = scope_of(call.person.role, "reports.read") == "all"
    return existing(found if sees_all or found.requested_by_id == call.person.person_id else None)
