"""What was recorded, added up: from single calls, and from the summaries of days whose calls are not kept any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Date, cast, distinct, func, select

from reference.analytics.records import KEPT_DAYS, CallRecord, DailySummary
from reference.analytics.shapes import Day, Figures, ModelTokens, Route, Summary, Tokens
from reference.conversations.records import UsageRecord
from reference.core import clock
from reference.core.database import TenantSession

FIRST_ERROR = 400
STATUSES = ("2xx", "3xx", "4xx", "5xx")
TIMES = (
    func.count(CallRecord.id).label("calls"),
    func.count(CallRecord.id).filter(CallRecord.status >= FIRST_ERROR).label("errors"),
    func.avg(CallRecord.duration_ms).label("avg_response_ms"),
    func.percentile_disc(0.95).within_group(CallRecord.duration_ms).label("p95_response_ms"))
PEOPLE = func.count(distinct(CallRecord.person_id)).label("unique_people")
TOKENS = tuple(func.coalesce(func.sum(getattr(UsageRecord, name)), 0).label(name) for name in Tokens.model_fields)


def today() -> date:
    return clock.now().date()


def begins(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def within(column: Any, first: date, last: date) -> tuple[Any, Any]:
    """For a query's ``where``: from the beginning of the first day to the end of the last, in UTC."""
    return column >= begins(first), column < begins(last + timedelta(days=1))


def day_of(column: Any) -> Any:
    return cast(func.timezone("UTC", column), Date)


def each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def days(session: TenantSession, first: date, last: date) -> list[Day]:
    """Each day of the range, oldest first: as it was put down when it was over, else as it was recorded."""
    put_down = {each.date: each for each in session.scalars(
        select(DailySummary).where(DailySummary.date.between(first, last)))}
    recorded = recorded_days(session, first, last)
    return [Day(**_figures(put_down[day] if day in put_down and day < today() else recorded.get(day, Figures())), date=day,
                final=day < today(), aggregated_at=put_down[day].aggregated_at if day in put_down else None)
            for day in each_day(first, last)]


def _figures(found: Any) -> dict[str, Any]:
    return Figures.model_validate(found).model_dump()


def recorded_days(session: TenantSession, first: date, last: date) -> dict[date, Figures]:
    """The figures of each day of which something was recorded."""
    calls = {row.day: row for row in session.execute(
        select(day_of(CallRecord.at).label("day"), *TIMES, PEOPLE).where(*within(CallRecord.at, first, last))
        .group_by("day"))}
    tokens = {row.day: row for row in session.execute(
        select(day_of(UsageRecord.at).label("day"), *TOKENS).where(*within(UsageRecord.at, first, last)).group_by("day"))}
    return {day: Figures(**_row(calls.get(day)), **_row(tokens.get(day))) for day in calls.keys() | tokens.keys()}


def _row(row: Any) -> dict[str, Any]:
    return {} if row is None else {name: value for name, value in row._mapping.items() if name != "day"}


def summary(session: TenantSession, first: date, last: date) -> Summary:
    """The whole range. Of days whose calls are not kept any more only their own figures are known: then it has at least
    as many people as the busiest of them, and its slowest calls took at most as long as on the slowest."""
    each = days(session, first, last)
    whole = session.execute(select(*TIMES, PEOPLE).where(*within(CallRecord.at, first, last))).one()
    hundred = (CallRecord.status // 100).label("hundred")
    statuses = dict(session.execute(
        select(hundred, func.count(CallRecord.id)).where(*within(CallRecord.at, first, last)).group_by(hundred)).all())
    old = [day for day in each if day.date < today() - timedelta(days=KEPT_DAYS) and day.calls]
    known = [*old, Figures.model_validate(whole)] if old else [whole]
    return Summary(
        date_from=first, date_to=last, unique_people=max(one.unique_people for one in known),
        avg_response_ms=_mean(known), p95_response_ms=max(
            (one.p95_response_ms for one in known if one.p95_response_ms is not None), default=None),
        by_status={name: statuses.get(int(name[0]), 0) for name in STATUSES},
        **{name: sum(getattr(day, name) for day in each) for name in ("calls", "errors", *Tokens.model_fields)})


def _mean(known: Iterable[Any]) -> float | None:
    """Of all calls, from the means of some parts of them."""
    counted = [one for one in known if one.calls]
    calls = sum(one.calls for one in counted)
    return sum(one.avg_response_ms * one.calls for one in counted) / calls if calls else None


def routes(session: TenantSession, first: date, last: date) -> list[Route]:
    """Each pattern of an address with its verb, most calls first."""
    found = session.execute(
        select(CallRecord.method, CallRecord.route, *TIMES).where(*within(CallRecord.at, first, last))
        .group_by(CallRecord.method, CallRecord.route)
        .order_by(func.count(CallRecord.id).desc(), CallRecord.route, CallRecord.method))
    return [Route.model_validate(row) for row in found]


def models(session: TenantSession, first: date, last: date) -> list[ModelTokens]:
    """What each language model cost a day, oldest first."""
    day = day_of(UsageRecord.at).label("date")
    found = session.execute(
        select(day, UsageRecord.model, func.count(UsageRecord.id).label("turns"), *TOKENS)
        .where(*within(UsageRecord.at, first, last)).group_by(day, UsageRecord.model).order_by(day, UsageRecord.model))
    return [ModelTokens.model_validate(row) for row in found]
