"""The figures as files."""

from __future__ import annotations

from datetime import date
from typing import Any

from reference.analytics import figures
from reference.analytics.shapes import Day, Figures
from reference.core import clock, downloads
from reference.core.answers import as_json
from reference.core.database import TenantSession
from reference.tenancy.records import Tenant

COLUMNS = ("calls", "errors", "unique_people", "avg_response_ms", "p95_response_ms", "prompt_tokens", "completion_tokens",
           "total_tokens")
MEDIA_TYPES = {"csv": downloads.CSV, "json": "application/json; charset=utf-8"}


def made(session: TenantSession, format: str, first: date, last: date) -> str:
    """The content of the file of these days."""
    days = figures.days(session, first, last)
    if format == "csv":
        return downloads.csv_text(("date", *COLUMNS), [list(row(day).values()) for day in days])
    whole = figures.summary(session, first, last)
    return as_json({
        "tenant": session.get_one(Tenant, session.tenant_id).slug, "date_from": str(first), "date_to": str(last),
        "generated_at": clock.text(clock.now()), "days": [row(day) for day in days], "totals": columns(whole)})


def name(format: str, first: date, last: date) -> str:
    return f"analytics_{first}_{last}.{format}"


def row(day: Day) -> dict[str, Any]:
    return {"date": str(day.date), **columns(day)}


def columns(of: Figures) -> dict[str, Any]:
    return {column: getattr(of, column) for column in COLUMNS}
