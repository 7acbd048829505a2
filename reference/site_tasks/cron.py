"""When what recurs is due: cron expressions of five fields, in a site's time zone.

A time that the clocks skip is due when they have skipped it; one that comes twice is due the first time. What recurs
within each hour follows the clock on the wall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

FORM = re.compile(r"[0-9A-Za-z*/,#-]+( +[0-9A-Za-z*/,#-]+){4}")
LOOKED_AHEAD = timedelta(days=5 * 366)


def is_schedule(text: str, zone: str, moment: datetime) -> bool:
    """Whether this is a cron expression of five fields that comes due within five years."""
    if not FORM.fullmatch(text):
        return False
    try:
        return next(_all(text, zone, moment)) <= moment + LOOKED_AHEAD
    except (CronSimError, StopIteration, ValueError, AssertionError):
        return False


def due_times(schedule: str, zone: str, moment: datetime, ahead: timedelta, first: date | None = None,
              last: date | None = None) -> Iterator[datetime]:
    """The due times after the moment, to ``ahead`` of it inclusive, on the site's days from ``first`` to ``last``."""
    end, site_zone = moment + ahead, ZoneInfo(zone)
    if first is not None and first > moment.astimezone(site_zone).date():
        if first > end.astimezone(site_zone).date():
            return
        moment = datetime.combine(first, time(), site_zone).astimezone(UTC) - timedelta(seconds=1)
    for due in takewhile(lambda due: due <= end, _all(schedule, zone, moment)):
        if last is not None and due.astimezone(site_zone).date() > last:
            return
        yield due


def _all(schedule: str, zone: str, moment: datetime) -> Iterator[datetime]:
    for due in CronSim(schedule, moment.astimezone(ZoneInfo(zone))):
        yield due.astimezone(UTC)
