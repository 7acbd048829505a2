"""Several analyses as files of one format: a job, asked for in one call."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response
from pydantic import Field
from sqlalchemy import select

from reference.core.answers import Answer, takes
from reference.core.calls import Call, needs
from reference.core.errors import Fault, faulty
from reference.core.inputs import Body, Identifier
from reference.core.limits import Limit, limited
from reference.core.routes import Router
from reference.exports.files import FORMATS
from reference.jobs import changes, rules
from reference.jobs.api import refuse_without_queue
from reference.projects.records import Analysis

router = Router(prefix="/api/v2/exports", tags=["exports"])

MayExport = Annotated[Call, needs("exports.run")]

BATCHES = Limit("export:batch", 5, counts_refusals=False)


class NewBatchExport(Body):
    """The analyses to be exported; what is named twice is exported once."""

    analysis_ids: Annotated[list[Identifier], Field(min_length=1, max_length=rules.MOST_IN_A_BATCH)]
    format: Literal[tuple(FORMATS)]


class BatchExport(Answer):
    """The job that makes the file."""

    job_id: UUID
    analysis_count: int
    format: str
    status: str


@router.post("/batch", status_code=202, response_model=BatchExport, openapi_extra=takes(NewBatchExport))
@limited(BATCHES)
def export_batch(call: MayExport) -> Response:
    """Have analyses exported: a job of the first one's project, dispatched at once. What is wrongly asked does not count."""
    wanted = call.body(NewBatchExport)
    refuse_without_queue()
    analysis_ids = list(dict.fromkeys(wanted.analysis_ids))
    with call.transaction() as session:
        projects = dict(session.execute(select(Analysis.id, Analysis.project_id).where(Analysis.id.in_(analysis_ids))).all())
        faults = [Fault(f"analysis_ids.{number}", "unknown", "There is no such record.")
                  for number, each in enumerate(wanted.analysis_ids) if each not in projects]
        if faults:
            raise faulty(faults)
        call.count()
        parameters = {"analysis_ids": [str(each) for each in analysis_ids], "format": wanted.format}
        job = changes.create_batch(session, "batch_export", projects[analysis_ids[0]], parameters)
        answer = BatchExport(job_id=job.id, analysis_count=len(analysis_ids), format=wanted.format, status=job.status)
    return call.answer(answer, 202)
