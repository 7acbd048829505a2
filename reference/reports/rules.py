"""The rules of reports, apart from HTTP and SQL."""

from __future__ import annotations

from datetime import timedelta

TYPES = ("attendance", "work_orders", "task_summary", "tickets")
FORMATS = ("pdf", "csv", "xlsx")
STATUSES = ("queued", "running", "completed", "failed", "expired")
TRANSITIONS: dict[str, tuple[str, ...]] = {
    "queued": ("running", "failed"), "running": ("completed", "failed"), "completed": ("expired",), "failed": (),
    "expired": (),
}
KEPT = timedelta(hours=24)
TITLES = {"task_summary": "Task summary"}
MEDIA_TYPES = {"pdf": "application/pdf"}


def file_name(type_: str, date_from: str, date_to: str, format_: str) -> str:
    return f"{type_}_{date_from}_{date_to}.{format_}"
