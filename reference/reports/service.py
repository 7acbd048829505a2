"""What other areas need of reports: having one made."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from reference.core import outbox
from reference.core.database import TenantSession
from reference.core.errors import wrong_state
from reference.reports import rules
from reference.reports.records import Report


def request(session: TenantSession, type_: str, params: dict[str, Any], person_id: UUID | None,
            format_: str = "pdf") -> Report:
    """A report that a worker makes for this person, once this transaction has committed."""
    report = Report(type=type_, format=format_, params=params, requested_by_id=person_id)
    session.add(report)
    session.flush()
    announce(session, report)
    outbox.send_task(session, "reports.make", {"tenant_id": str(session.tenant_id), "report_id": str(report.id)},
                     queue="reports")
    return report


def set_status(session: TenantSession, report: Report, status: str) -> None:
    """Move the report along its table of states, and tell its requester."""
    if status not in rules.TRANSITIONS[report.status]:
        raise wrong_state(report.status, rules.TRANSITIONS[report.status])
    report.status = status
    announce(session, report)


def announce(session: TenantSession, report: Report) -> None:
    if report.requested_by_id is not None:
        outbox.emit(session, f"me:{report.requested_by_id}", "report.changed",
                    {"id": str(report.id), "status": report.status})
