"""Checking in: one rule after the other, the first refusal ends it.

The database is asked in two transactions, since the face service may take its time in between. The second stores; that
nobody is in twice is kept by a unique index, whatever the first has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.attendance import alerts, consents, faces, fence, fraud, history, punches, rules
from reference.attendance.bodies import CheckIn
from reference.attendance.place import Punch, gps
from reference.attendance.records import AttendanceRecord, Override, Shift
from reference.attendance.shapes import AttendanceAnswer
from reference.core import outbox
from reference.core.calls import Call
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import Fault, Problem, faulty
from reference.core.references import referred
from reference.tenancy.records import Site

OPEN_KEY, OVERRIDE_KEY = "attendance_records_open_key", "attendance_records_override_key"


@dataclass(frozen=True)
class Arrival:
    """Somebody who wants to check in: where, when, and with which override, where one serves."""

    person_id: UUID
    site: Site
    shift: Shift | None
    override: Override | None
    punch: Punch
    last: Punch | None
    fence: fence.Judgement

    def serves(self, kind: str) -> bool:
        """Whether an override of this kind sets its rule aside."""
        return self.override is not None and self.override.type == kind


def check_in(call: Call, wanted: CheckIn, *, late_at_most: timedelta = rules.LATE_AT_MOST) -> AttendanceAnswer:
    """A new record of the caller's, open until the check-out; raises the first refusal.

    :param late_at_most: how long ago it may have been: longer for what a device could not send at once.
    """
    at = punches.moment(wanted.at, late_at_most=late_at_most)
    with call.transaction() as session:
        arrival = _arrival(session, call.person.person_id, wanted, at)
    warnings = punches.require_place(call, arrival.last, arrival.punch, wanted.transport_mode)
    if not arrival.fence.inside and not arrival.serves("validation_override"):
        punches.refuse_outside(arrival.fence)
    face = faces.verified(call, wanted.face_photo and wanted.face_photo.data, needed=arrival.site.face_required)
    try:
        with call.transaction() as session:
            judged = fraud.judged(fraud.codes_of(_facts(session, arrival, warnings)))
            if judged["level"] == fraud.BLOCKED:
                answer = _block(session, arrival, judged)
            else:
                answer = _store(session, arrival, wanted, warnings, face, judged)
    except IntegrityError as error:
        raise _refusal_of(error, call) from None
    if isinstance(answer, Problem):
        raise answer
    return answer


def _arrival(session: TenantSession, person_id: UUID, wanted: CheckIn, at: datetime) -> Arrival:
    site = referred(session, Site, wanted.site_id, "site_id")
    shift = referred(session, Shift, wanted.shift_id, "shift_id")
    if shift is not None and shift.site_id != site.id:
        raise faulty([Fault("shift_id", "not_allowed", "This is a shift of another site.")])
    override = _own_override(session, person_id, wanted.override_id)
    consents.require_both(session, person_id)
    refuse_open(session, person_id)
    punch = punches.punch(at, wanted.location, wanted.device)
    return Arrival(person_id, site, shift, override if is_usable(override, site.id, at) else None, punch,
                   punches.last_of(history.punches_of(history.latest(session, person_id, 1))),
                   fence.judge(site, punch.latitude, punch.longitude))


def _own_override(session: TenantSession, person_id: UUID, override_id: UUID | None) -> Override | None:
    """The override that was sent; a colleague's is as unknown as nobody's."""
    override = referred(session, Override, override_id, "override_id")
    if override is not None and override.person_id != person_id:
        raise faulty([Fault("override_id", "unknown", "There is no such record.")])
    return override


def is_usable(override: Override | None, site_id: UUID, at: datetime) -> bool:
    """Whether it is approved, for this site, not too long ago, and has served nobody yet."""
    return (override is not None and override.status in rules.APPROVED and override.site_id == site_id
            and override.used_by_record_id is None and override.decided_at is not None
            and at - override.decided_at <= rules.OVERRIDE_SERVES)


def refuse_open(session: TenantSession, person_id: UUID) -> None:
    """409 where the person is in and not out yet; it names the record."""
    record_id = session.scalar(select(AttendanceRecord.id).where(AttendanceRecord.person_id == person_id,
                                                                 AttendanceRecord.punch_out_at.is_(None)))
    if record_id is not None:
        raise Problem(409, "Already checked in", "Check out first.", record_id=str(record_id))


def _facts(session: TenantSession, arrival: Arrival, warnings: list[str]) -> fraud.Facts:
    """What is known of the arrival, for the fraud check."""
    now, zone = arrival.punch, arrival.site.timezone
    records = history.since(session, arrival.person_id, now.at - fraud.LOOK_BACK)
    earlier = history.punches_of(records)
    came_out = [record.punch_out_at for record in records if record.punch_out_at is not None]
    return fraud.Facts(
        local=now.at.astimezone(ZoneInfo(zone)), device_id=now.device_id, warnings=warnings,
        is_shift_time=arrival.shift is not None and rules.started_at(arrival.shift, now.at, zone) is not None,
        rested=None if arrival.serves("rest_period_waiver") or not came_out else now.at - max(came_out),
        outside_by_override=not arrival.fence.inside,
        shared=history.is_shared(session, arrival.person_id, now.device_id, now.at),
        last_devices=[now.device_id, *(each.device_id for each in earlier[:fraud.LAST_PUNCHES - 1])],
        devices={now.device_id, *(each.device_id for each in earlier)}, habits=history.habits(records, now, zone))


def _store(session: TenantSession, arrival: Arrival, wanted: CheckIn, warnings: list[str], face: dict[str, Any] | None,
           judged: dict[str, Any]) -> AttendanceAnswer:
    """The record, with what it used and what it alerts."""
    at, zone = arrival.punch.at, arrival.site.timezone
    late = rules.late_minutes(arrival.shift, at, zone)
    used = _used(arrival, late)
    record = AttendanceRecord(
        person_id=arrival.person_id, site_id=arrival.site.id, shift_id=wanted.shift_id, punch_in_at=at,
        date=at.astimezone(ZoneInfo(zone)).date(), in_location=wanted.location.model_dump(),
        inside_fence=arrival.fence.inside, override_id=used and used.id, transport_mode=wanted.transport_mode,
        device_id=arrival.punch.device_id, face_in=face, has_photo=face is not None, gps=gps(warnings), fraud=judged,
        late_minutes=0 if arrival.serves("late_checkin_approval") else late)
    session.add(record)
    session.flush()
    session.refresh(record)
    if used is not None:
        session.get_one(Override, used.id).used_by_record_id = record.id
    punches.keep_photo(session, record, "in", at, wanted.face_photo)
    alert = fraud.alert_of(judged)
    if alert is not None:
        alerts.raise_alert(session, arrival.person_id, *alert, record_id=record.id, fraud=judged)
    punches.tell(session, record, "checked_in", at)
    return punches.described(session, record)


def _used(arrival: Arrival, late: int) -> Override | None:
    """The override that this check-in uses up: one that was not needed goes on serving."""
    needed = {"validation_override": not arrival.fence.inside, "late_checkin_approval": late > 0,
              "rest_period_waiver": True}
    return arrival.override if arrival.override is not None and needed[arrival.override.type] else None


def _block(session: TenantSession, arrival: Arrival, judged: dict[str, Any]) -> Problem:
    """Nothing is stored but the alert, which administrators are informed of, too."""
    alert = alerts.raise_alert(session, arrival.person_id, *fraud.alert_of(judged), fraud=judged)
    outbox.send_task(session, "attendance.fraud_block", {"tenant_id": str(session.tenant_id), "alert_id": str(alert.id)},
                     queue="critical")
    return Problem(403, "Blocked by fraud check", "This check-in looks like fraud, and was not stored.")


def _refusal_of(error: IntegrityError, call: Call) -> Exception:
    """What a broken rule of the database means to the caller: another check-in was quicker."""
    rule = broken_rule(error)
    if rule == OPEN_KEY:
        with call.transaction() as session:
            refuse_open(session, call.person.person_id)
    if rule in (OPEN_KEY, OVERRIDE_KEY):
        return Problem(409, "Conflict", "Another check-in was quicker.")
    return error
