"""Figures over HTTP: of a range of days, by day, by address, by language model, and as a file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID, uuid4

from fastapi import Response
from pydantic import BaseModel

from reference.analytics import figures, files
from reference.analytics.shapes import Day, ModelTokens, Route, Summary
from reference.core import downloads, outbox, stores
from reference.core.answers import Answer, Listed, takes
from reference.core.calls import Call, needs
from reference.core.errors import Fault, faulty, unavailable
from reference.core.inputs import Body, Date, Page, Query
from reference.core.limits import GENERAL, limited
from reference.core.routes import Router
from reference.exports.api import LIMITS

router = Router(prefix="/api/v2/analytics", tags=["analytics"])

MayRead = Annotated[Call, needs("analytics.read")]
MayExport = Annotated[Call, needs("analytics.export")]
MayRecompute = Annotated[Call, needs("analytics.recompute")]

LAST_DAYS = 7  # where no range is given, with today
MOST_DAYS = 366
FORMATS = tuple(files.MEDIA_TYPES)


class DateRange(Query):
    date_from: Date | None = None
    date_to: Date | None = None


class PagedRange(DateRange, Page):
    pass


class Export(DateRange):
    format: Literal[FORMATS]


class Recomputing(Body):
    date: Date


class Recomputed(Answer):
    date: date
    task_id: UUID


Wanted = TypeVar("Wanted", bound=DateRange)
Item = TypeVar("Item", bound=BaseModel)
FILES = {200: {"content": {"text/csv": {"schema": {"type": "string"}}, "application/json": {"schema": {"type": "object"}}}}}


@router.get("/summary", response_model=Summary, openapi_extra=takes(query=DateRange))
def summary(call: MayRead) -> Response:
    """The whole range."""
    first, last = range_of(call.query(DateRange))
    with call.transaction(snapshot=True) as session:
        return call.answer(figures.summary(session, first, last))


@router.get("/daily", response_model=Listed[Day], openapi_extra=takes(query=PagedRange))
def daily(call: MayRead) -> Response:
    """Each day of it, oldest first."""
    wanted = call.query(PagedRange)
    with call.transaction(snapshot=True) as session:
        return call.answer(page(wanted, figures.days(session, *range_of(wanted))))


@router.get("/routes", response_model=Listed[Route], openapi_extra=takes(query=PagedRange))
def routes(call: MayRead) -> Response:
    """What was asked for, most calls first."""
    wanted = call.query(PagedRange)
    with call.transaction(snapshot=True) as session:
        return call.answer(page(wanted, figures.routes(session, *range_of(wanted))))


@router.get("/tokens", response_model=Listed[ModelTokens], openapi_extra=takes(query=PagedRange))
def tokens(call: MayRead) -> Response:
    """What language models cost, by day and model."""
    wanted = call.query(PagedRange)
    with call.transaction(snapshot=True) as session:
        return call.answer(page(wanted, figures.models(session, *range_of(wanted))))


@router.get("/export", responses=FILES, openapi_extra=takes(query=Export))
@limited(lambda asked: LIMITS.get(asked.get("format", ""), GENERAL))
def export(call: MayExport) -> Response:
    """Each day of it as a file."""
    wanted = call.query(Export)
    first, last = range_of(wanted)
    call.count()
    with call.transaction(snapshot=True) as session:
        content = files.made(session, wanted.format, first, last)
    call.tell("export_executed", "analytics.export", "analytics", format=wanted.format)
    return downloads.download(files.name(wanted.format, first, last), content, files.MEDIA_TYPES[wanted.format])


@router.post("/daily", status_code=202, response_model=Recomputed, openapi_extra=takes(Recomputing))
def recompute(call: MayRecompute) -> Response:
    """Have a day put down anew; 503 where the queue is down."""
    wanted = call.body(Recomputing)
    if wanted.date > figures.today():
        raise faulty([Fault("date", "out_of_range", "This day has not come yet.")])
    if not stores.queue_is_up():
        raise unavailable("redis")
    task_id = uuid4()
    with call.transaction() as session:
        outbox.send_task(session, "analytics.put_down", {"tenant_id": str(call.person.tenant_id), "day": str(wanted.date)},
                         queue="maintenance", task_id=task_id)
    return call.answer(Recomputed(date=wanted.date, task_id=task_id), 202)


def range_of(wanted: DateRange) -> tuple[date, date]:
    """The first and the last day that were asked for; 422 where that is no range."""
    first, last = wanted.date_from, wanted.date_to
    if first is None and last is None:
        return figures.today() - timedelta(days=LAST_DAYS - 1), figures.today()
    if first is None or last is None:
        raise faulty([Fault("date_from" if first is None else "date_to", "required", "A range has two ends.")])
    if last < first:
        raise faulty([Fault("date_to", "out_of_range", "The range ends before it begins.")])
    if (last - first).days + 1 > MOST_DAYS:
        raise faulty([Fault("date_to", "out_of_range", f"A range has at most {MOST_DAYS} days.")])
    return first, last


def page(wanted: Page, items: list[Item]) -> Listed[Any]:
    """The part of the items that was asked for."""
    return Listed(items=items[wanted.offset:wanted.offset + wanted.limit], total=len(items), limit=wanted.limit,
                  offset=wanted.offset)
