"""Putting down what a day came to, and letting go of single calls that are old."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from reference.analytics import figures
from reference.analytics.records import KEPT_DAYS, CallRecord, DailySummary
from reference.analytics.shapes import Figures
from reference.core import clock
from reference.core.database import TenantSession


def put_down(session: TenantSession, day: date) -> None:
    """Keep what the day came to: one row of it, which stays as it is where nothing is different. A day without anything
    has none, and one whose calls are not kept any more stays as it was put down."""
    if day < figures.today() - timedelta(days=KEPT_DAYS):
        return
    found = figures.recorded_days(session, day, day).get(day)
    known = session.scalar(select(DailySummary).where(DailySummary.date == day).with_for_update())
    if found is None or (known is not None and Figures.model_validate(known) == found):
        return
    fields = {**found.model_dump(), "aggregated_at": clock.now()}
    session.execute(insert(DailySummary).values(tenant_id=session.tenant_id, date=day, **fields)
                    .on_conflict_do_update(constraint="daily_summaries_date_key", set_=fields))


def end_yesterday(session: TenantSession) -> None:
    """Put down the day before, and each whose calls are to go and of which nothing was put down; then let them go."""
    put_down(session, figures.today() - timedelta(days=1))
    oldest = figures.today() - timedelta(days=KEPT_DAYS)
    session.execute(delete(CallRecord).where(CallRecord.at < figures.begins(oldest))
                    .execution_options(synchronize_session=False))
