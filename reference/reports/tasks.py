"""Making a report, in a worker."""

from __future__ import annotations

import hashlib
import logging
from uuid import UUID

from celery import Task

from reference.core import clock, retries
from reference.core.database import TenantSession, transaction
from reference.core.tasks import celery
from reference.notifications import service as notifications
from reference.reports import rules, service
from reference.reports.records import Report, ReportFile
from reference.reports.tables import TABLES
from reference.tenancy.records import Tenant

QUEUE = "reports"
log = logging.getLogger(__name__)


@celery.task(bind=True, name="reports.make")
def make(task: Task, tenant_id: str, report_id: str) -> None:
    """Make the file, unless it is made; after the last try the report has failed."""
    try:
        if begin(UUID(tenant_id), UUID(report_id)):
            with transaction(UUID(tenant_id)) as session:
                complete(session, session.get_one(Report, UUID(report_id), with_for_update={"of": Report}))
    except Exception as error:
        log.exception("report %s could not be made", report_id)
        if task.request.retries >= retries.RETRIES:
            fail(UUID(tenant_id), UUID(report_id))
        retries.try_again(task, QUEUE, error)


def begin(tenant_id: UUID, report_id: UUID) -> bool:
    """Whether there is something to be made; says that it is being made. A lost worker's report is begun again."""
    with transaction(tenant_id) as session:
        report = session.get(Report, report_id, with_for_update={"of": Report})
        if report is None or report.status not in ("queued", "running"):
            return False
        if report.status == "queued":
            report.started_at = clock.now()
            service.set_status(session, report, "running")
    return True


def complete(session: TenantSession, report: Report) -> None:
    """Keep the file, and tell who asked for it."""
    if report.status != "running":
        return
    table = TABLES[report.type](session, report)
    title, tenant = rules.TITLES[report.type], session.get_one(Tenant, session.tenant_id)
    first, last = report.params["date_from"], report.params["date_to"]
    from reference.reports import pdf  # slow to load, and seldom needed

    content = pdf.written(title, tenant.name, f"{first} to {last}", table)
    session.add(ReportFile(report_id=report.id, content=content))
    report.rows, report.completed_at = len(table.rows), clock.now()
    report.expires_at = report.completed_at + rules.KEPT
    report.file = {"name": rules.file_name(report.type, first, last, report.format), "size": len(content),
                   "content_type": rules.MEDIA_TYPES[report.format], "sha256": hashlib.sha256(content).hexdigest()}
    service.set_status(session, report, "completed")
    tell_requester(session, report, "report.ready", f"Report ready: {report.file['name']}")


def fail(tenant_id: UUID, report_id: UUID) -> None:
    """It will not come, and who asked for it is told."""
    with transaction(tenant_id) as session:
        report = session.get(Report, report_id, with_for_update={"of": Report})
        if report is not None and report.status in ("queued", "running"):
            report.error = "The report could not be made."
            service.set_status(session, report, "failed")
            tell_requester(session, report, "report.failed", f"Report failed: {rules.TITLES[report.type]}")


def tell_requester(session: TenantSession, report: Report, kind: str, title: str) -> None:
    if report.requested_by_id is not None:
        notifications.notify(session, kind, [report.requested_by_id], title=title, body=report.error or "",
                             data={"id": str(report.id), "type": report.type}, event_key=f"{kind}:{report.id}")
