"""What reviewers make of a record: each verb, what must be true before it, and what it changes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from reference.accounts.records import Person
from reference.attendance import rules
from reference.attendance.records import AttendanceRecord, Override, Shift
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty, wrong_state
from reference.tenancy.records import Tenant

# each verb: the status that it leads to
VERBS = {"approve": "approved", "reject": "rejected", "adjust": "adjusted", "lock": "locked", "reopen": "pending"}
BEFORE_PAYROLL = ("approve", "reject", "adjust")  # these change what is paid
AT_THE_SITE = ("approve", "lock")  # of who was at the site, or was allowed not to be
COMPLETE = ("approve",)
LONG_PAST = datetime.timedelta(days=366)  # nothing was ever worked before; the payroll is closed much earlier


def decide(session: TenantSession, record: AttendanceRecord, verb: str, by: Person, comment: str = "") -> None:
    """Store what a reviewer has decided; 409 where the record does not allow it. One that is reopened is as unreviewed."""
    refuse_impossible(session, record, verb)
    record.status = VERBS[verb]
    record.review_comment, record.reviewed_by = ("", None) if verb == "reopen" else (comment, by)


def refuse_impossible(session: TenantSession, record: AttendanceRecord, verb: str) -> None:
    """409 where the record's status, the payroll or the record itself stands in the way."""
    if VERBS[verb] not in rules.RECORD_STATES[record.status]:
        raise wrong_state(record.status, rules.RECORD_STATES[record.status])
    if verb in BEFORE_PAYROLL:
        refuse_paid(session, record.date)
    if verb in AT_THE_SITE and not record.inside_fence and record.override_id is None:
        raise Problem(409, "Outside the fence", "Nobody has allowed the person to be elsewhere.")
    if verb in COMPLETE and record.punch_out_at is None:
        raise Problem(409, "Not checked out", "The person has not checked out yet.")


def refuse_paid(session: TenantSession, day: datetime.date) -> None:
    """409 where the payroll of the day's month is closed."""
    settings = session.get_one(Tenant, session.tenant_id).settings
    if clock.now() >= payroll_closes(day, settings["payroll_cutoff_day"], settings["timezone"]):
        raise Problem(409, "Payroll closed", "The payroll of that month is closed.")


def payroll_closes(day: datetime.date, cutoff_day: int, timezone: str) -> datetime.datetime:
    """The moment from which what was worked on a day is paid as it is: in the next month, as the tenant's clock has it."""
    closing = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=cutoff_day)
    return datetime.datetime.combine(closing, datetime.time(), ZoneInfo(timezone))


def adjust(session: TenantSession, record: AttendanceRecord, times: Mapping[str, Any]) -> None:
    """Correct when the person came and left, and count all minutes anew."""
    begin = times.get("punch_in_at", record.punch_in_at)
    end = times.get("punch_out_at", record.punch_out_at)
    now = clock.now()
    faults = [Fault(name, "out_of_range", "This has not come yet, or is long past.") for name, moment in times.items()
              if not now - LONG_PAST <= moment <= now + rules.AHEAD_AT_MOST]
    if end is not None and end < begin:
        faults.append(Fault("punch_out_at" if "punch_out_at" in times else "punch_in_at", "out_of_range",
                            "Nobody leaves before coming."))
    if faults:
        raise faulty(faults)
    record.punch_in_at, record.punch_out_at = begin, end
    record.date = begin.astimezone(ZoneInfo(record.site.timezone)).date()
    refuse_paid(session, record.date)
    if end is not None:
        record.regular_minutes, record.overtime_minutes = rules.split(rules.minutes_between(begin, end))
    record.late_minutes = late_minutes(session, record)


def late_minutes(session: TenantSession, record: AttendanceRecord) -> int:
    """By how much the person came too late; not at all where that was allowed."""
    override = record.override_id and session.get_one(Override, record.override_id)
    if override and override.type == "late_checkin_approval":
        return 0
    shift = session.get(Shift, record.shift_id) if record.shift_id else None
    return rules.late_minutes(shift, record.punch_in_at, record.site.timezone)
