"""What each type of report shows: its columns, and a row for each record of the span."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from reference.core.database import TenantSession
from reference.reports.records import Report
from reference.site_tasks.records import SiteTask


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def task_summary(session: TenantSession, report: Report) -> Table:
    """The tasks that are planned in the span, or the one that it is about."""
    query = select(SiteTask).where(*within(SiteTask.planned_at, report))
    if "task_id" in report.params:
        query = query.where(SiteTask.id == UUID(report.params["task_id"]))
    rows = [(task.name, task.site.name if task.site else "", task.assignee.full_name if task.assignee else "",
             moment(task.planned_at), words(task.status), moment(task.started_at), moment(task.completed_at),
             "Yes" if task.overdue else "No") for task in session.scalars(query.order_by(SiteTask.planned_at, SiteTask.id))]
    return Table(("Name", "Site", "Assignee", "Planned", "Status", "Started", "Completed", "Overdue"), rows)


TABLES: dict[str, Callable[[TenantSession, Report], Table]] = {"task_summary": task_summary}


def within(column, report: Report) -> tuple:
    """For a query's ``where``: from the beginning of the span's first day to the end of its last, in UTC."""
    first, last = (date.fromisoformat(report.params[name]) for name in ("date_from", "date_to"))
    begin, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    return column >= begin, column < end + timedelta(days=1)


def moment(value: datetime | None) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S") if value else ""


def words(status: str) -> str:
    return status.replace("_", " ").capitalize()
