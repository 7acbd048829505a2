"""The report of a mission: one document that says what its lists say."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reference.core import clock
from reference.core.database import TenantSession
from reference.core.downloads import csv_text
from reference.missions import changes, lists
from reference.missions.records import Mission
from reference.missions.shapes import Report

if TYPE_CHECKING:
    from jinja2 import Template

COLUMNS = ("Target", "Code", "Title", "Severity", "Status", "Evidence", "Recommendation", "First Seen")


def of(session: TenantSession, mission: Mission) -> Report:
    """The report as it is now. The session shows all tables at one moment."""
    fields = {name: getattr(mission, name) for name in Report.model_fields if hasattr(mission, name)}
    return Report.model_validate({
        **fields, "mission_id": mission.id, "partial": mission.status != "completed",
        "statistics": changes.statistics(session, mission), "targets": session.scalars(lists.targets_of(mission)).all(),
        "findings": session.scalars(lists.findings_of(mission)).all(),
        "approvals": session.scalars(lists.approvals_of(mission)).all()})


def as_table(report: Report) -> str:
    """The findings as CSV."""
    addresses = {target.id: target.address for target in report.targets}
    return csv_text(COLUMNS, (
        (addresses[finding.target_id], finding.code, finding.title, finding.severity, finding.status, finding.evidence,
         finding.recommendation, clock.text(finding.first_seen_at)) for finding in report.findings))


def as_page(report: Report) -> str:
    """The report as HTML, every value escaped."""
    addresses = {str(target.id): target.address for target in report.targets}
    return _template().render(report=report.model_dump(mode="json"), addresses=addresses)


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 30 ms: only where a page is asked for

    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True,
                              lstrip_blocks=True, undefined=StrictUndefined)
    return environment.get_template("report.html")
